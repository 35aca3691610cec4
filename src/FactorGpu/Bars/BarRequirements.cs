using System;

namespace FactorGpu.Bars;

/// <summary>What a bar must have beyond the six fields of catalogue 1.3.1 to be in a sequence.</summary>
[Flags]
internal enum BarRequirements
{
    /// <summary>Nothing more: open, high, low, close finite and above 0, volume and amount finite and at least 0.</summary>
    None = 0,

    /// <summary>num_trades finite and at least 0.</summary>
    NumTrades = 1,

    /// <summary>volume = 0, or vwap finite and above 0.</summary>
    Vwap = 2,
}
