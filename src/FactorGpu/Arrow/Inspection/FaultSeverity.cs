namespace FactorGpu.Arrow.Inspection;

/// <summary>How much a fault in bar data matters.</summary>
public enum FaultSeverity
{
    /// <summary>Usual in good data, and worth knowing: minutes without a trade, suspended stocks.</summary>
    Note,

    /// <summary>Computed on, with values that may not be what the source meant.</summary>
    Warning,

    /// <summary>Refused by <c>compute</c>, unless an option says what is meant.</summary>
    Error,
}
