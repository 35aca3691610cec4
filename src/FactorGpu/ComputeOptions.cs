namespace FactorGpu;

/// <summary>How factors are computed.</summary>
public sealed record ComputeOptions
{
    /// <summary>The engine. All engines give the same values within catalogue 1.8.</summary>
    public EngineKind Engine { get; init; } = EngineKind.Reference;
}
