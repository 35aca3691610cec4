using System.Collections.Generic;
using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Emit;
using FactorGpu.Engines.Cpu.Plans;

namespace FactorGpu.Engines.Cpu.Sweeps;

/// <summary>Writes what is no loop and no operation on scalars: calls of the interpreter's kernels.</summary>
internal sealed class StepWriter
{
    private readonly SweepPlaces _places;
    private readonly ImmutableDictionary<CpuOp, nint> _kernels;
    private readonly List<PlanStep> _steps = [];

    internal StepWriter(SweepPlaces places, ImmutableDictionary<CpuOp, nint> kernels)
    {
        _places = places;
        _kernels = kernels;
    }

    /// <summary>The steps whose instructions the methods take from their second argument.</summary>
    internal IReadOnlyList<PlanStep> Steps => _steps;

    internal void Write(SweepWriter writer, PlanNode node)
    {
        PlanStep step = PlanSteps.Step(node, _places.OfOperand);
        step = node.Op == CpuOp.Load ? step with { Op = CpuOp.Copy } : step;
        writer.IL.Emit(OpCodes.Ldarg_0);
        writer.InstructionAddress(_steps.Count);
        writer.IL.Emit(OpCodes.Ldc_I8, (long)_kernels[step.Op]);
        writer.IL.Emit(OpCodes.Conv_I);
        writer.IL.EmitCalli(OpCodes.Calli, CallingConventions.Standard, typeof(void), [typeof(nint), typeof(nint)], null);
        _steps.Add(step);
    }
}
