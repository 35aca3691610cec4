namespace FactorGpu.Arrow;

/// <summary>What is done with rows that have the same stock and stamp.</summary>
public enum DuplicateHandling
{
    /// <summary>Equal rows are kept once and counted; rows that differ are refused with both places.</summary>
    KeepEqual,

    /// <summary>Any second row is refused, equal or not.</summary>
    Error,

    /// <summary>The first row is kept, in the order of the files and their rows; the others are dropped and counted.</summary>
    First,

    /// <summary>The last row is kept, in the order of the files and their rows; the others are dropped and counted.</summary>
    Last,
}
