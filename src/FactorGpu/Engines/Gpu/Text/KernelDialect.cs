using FactorGpu.Bars;

namespace FactorGpu.Engines.Gpu.Text;

/// <summary>The words in which dialects of C differ. Whoever writes kernels asks for a word, never which dialect it is.</summary>
internal sealed record KernelDialect
{
    /// <summary>Name of the language.</summary>
    public required string Name { get; init; }

    /// <summary>First lines of every text.</summary>
    public required string Preamble { get; init; }

    /// <summary>Lines after them of a text that computes in float64.</summary>
    public required string DoublePreamble { get; init; }

    /// <summary>What stands before a kernel's name; {0} is the number of work-items.</summary>
    public required string KernelHead { get; init; }

    /// <summary>What stands before a function.</summary>
    public required string Function { get; init; }

    /// <summary>What stands before the type that a pointer into global memory points to.</summary>
    public required string Global { get; init; }

    /// <summary>Says of a pointer that nothing else points there.</summary>
    public required string Restrict { get; init; }

    /// <summary>What stands before an array in local memory.</summary>
    public required string Local { get; init; }

    /// <summary>What stands before the type that a pointer into local memory points to.</summary>
    public required string LocalPointer { get; init; }

    /// <summary>Number of the group.</summary>
    public required string Group { get; init; }

    /// <summary>Number of the work-item in its group.</summary>
    public required string Item { get; init; }

    /// <summary>Waits for all work-items of the group, and makes their local memory seen.</summary>
    public required string Barrier { get; init; }

    public required string UInt { get; init; }

    public required string ULong { get; init; }

    public required string Long { get; init; }

    public required string UChar { get; init; }

    /// <summary>End of an unsigned number of 64 bits.</summary>
    public required string ULongEnd { get; init; }

    /// <summary>Function that counts the bits of 64.</summary>
    public required string PopCount { get; init; }

    public required NumberWords Double { get; init; }

    public required NumberWords Single { get; init; }

    internal NumberWords Numbers(Precision precision) => precision == Precision.Double ? Double : Single;
}
