namespace FactorGpu.Arrow;

/// <summary>What is wrong with a time stamp, a date or a time of day.</summary>
internal enum StampFault
{
    None,

    /// <summary>No stamp at all, or one outside the years 1970..2999.</summary>
    NotAStamp,

    /// <summary>A stamp with seconds, or parts of one.</summary>
    NotAFullMinute,
}
