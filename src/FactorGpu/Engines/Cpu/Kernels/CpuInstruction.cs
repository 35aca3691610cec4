namespace FactorGpu.Engines.Cpu.Kernels;

/// <summary>A step of a plan as it is executed: a kernel, and where its operands lie.</summary>
internal unsafe struct CpuInstruction
{
    internal delegate* managed<Frame*, CpuInstruction*, void> Kernel;

    /// <summary>Operands in the order of the step: the offset of a series' bar 0, moved by its shift; the complement of a scalar's register, where a series could stand; an index of a set, sequence or scalar.</summary>
    internal int A;

    internal int B;

    internal int C;

    internal int D;

    internal int E;

    /// <summary>Where the result goes.</summary>
    internal int Target;

    /// <summary>Whole numbers of the step itself.</summary>
    internal int P;

    internal int Q;

    internal int R;
}
