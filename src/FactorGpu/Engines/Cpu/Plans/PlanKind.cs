namespace FactorGpu.Engines.Cpu.Plans;

/// <summary>What a node of a plan gives for a stock-day, and so where it is kept.</summary>
internal enum PlanKind
{
    /// <summary>One float64 in a register; a truth value is 1 or 0.</summary>
    Scalar,

    /// <summary>One element per bar in a buffer, meaningful at the bars of some set.</summary>
    Buffer,

    /// <summary>Some bars of a sequence: where a series is present, or where a condition is present and true.</summary>
    Set,

    /// <summary>The slots of a sequence's bars.</summary>
    Sequence,
}
