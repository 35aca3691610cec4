using System.Collections.Generic;

namespace FactorGpu.Arrow;

/// <summary>Counts of what was done with the rows of one file, while it is done.</summary>
internal sealed class RowCounts
{
    internal int Padding { get; set; }

    internal int Duplicates { get; set; }

    internal int Replaced { get; set; }

    internal int Merged { get; set; }

    internal int Invalid { get; set; }

    internal int Incomplete { get; set; }

    internal int Outside { get; set; }

    /// <summary>The places of the first rows outside of the day.</summary>
    internal List<string> FirstOutside { get; } = [];

    /// <summary>The first rows that were dropped as equal to another one, and that one.</summary>
    internal List<string> FirstDuplicates { get; } = [];

    /// <summary>The first rows that differ from another one with the same stock and stamp, and that one.</summary>
    internal List<string> FirstReplaced { get; } = [];

    /// <summary>The first rows that were merged into an earlier one.</summary>
    internal List<string> FirstMerged { get; } = [];
}
