namespace FactorGpu.Arrow;

/// <summary>What is done about a fault in the data for which there is a harmless answer.</summary>
public enum FaultHandling
{
    /// <summary>The harmless answer is given, and counted in the report.</summary>
    Count,

    /// <summary>The first such row is refused with its place.</summary>
    Error,
}
