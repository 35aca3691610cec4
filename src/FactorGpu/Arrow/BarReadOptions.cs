namespace FactorGpu.Arrow;

/// <summary>How bar files are read.</summary>
public sealed record BarReadOptions
{
    /// <summary>The stamp convention of all files of one call. Detect unless the caller knows it.</summary>
    public BarConvention Convention { get; init; } = BarConvention.Detect;
}
