using FactorGpu.Engines.Cpu.Plans;

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

    /// <summary>A step as it is executed.</summary>
    internal static CpuInstruction Of(PlanStep step, CpuKernels kernels) => new()
    {
        Kernel = (delegate* managed<Frame*, CpuInstruction*, void>)kernels[step.Op],
        A = step.A,
        B = step.B,
        C = step.C,
        D = step.D,
        E = step.E,
        Target = step.Target,
        P = step.P,
        Q = step.Q,
        R = step.R,
    };
}
