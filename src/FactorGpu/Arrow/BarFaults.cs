using System;

namespace FactorGpu.Arrow;

/// <summary>Faults of real deliveries that can be written into a long file on purpose, to try readers and checks on.</summary>
[Flags]
public enum BarFaults
{
    /// <summary>The bars as they are.</summary>
    None = 0,

    /// <summary>Volumes in lots of 100 shares, amounts as before.</summary>
    Lots = 1,

    /// <summary>Some rows stand twice with equal values.</summary>
    Duplicates = 2,

    /// <summary>Some rows stand twice, the second time with 100 shares more.</summary>
    DifferingDuplicates = 4,

    /// <summary>A row at 11:30, which holds one lot and one trade of the minute before; merged into that minute it gives the bar that was there.</summary>
    Lunch = 8,

    /// <summary>The first minute after the opening auction counts the auction's volume, amount and trades once more.</summary>
    DoubledAuction = 16,
}
