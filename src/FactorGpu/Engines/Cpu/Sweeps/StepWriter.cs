using System;
using System.Collections.Generic;
using System.Reflection.Emit;
using FactorGpu.Engines.Cpu.Kernels;
using FactorGpu.Engines.Cpu.Plans;

namespace FactorGpu.Engines.Cpu.Sweeps;

/// <summary>Writes what is no loop and no operation on scalars: calls of what the interpreter calls too, with the same operands where no series is among them.</summary>
internal sealed class StepWriter
{
    private readonly CpuPlan _plan;
    private readonly SweepPlaces _places;
    private readonly SweepCalls _calls;
    private readonly List<PlanStep> _steps = [];

    internal StepWriter(CpuPlan plan, SweepPlaces places, SweepCalls calls)
    {
        _plan = plan;
        _places = places;
        _calls = calls;
    }

    /// <summary>The steps whose instructions the methods take from their second argument.</summary>
    internal IReadOnlyList<PlanStep> Steps => _steps;

    internal void Write(SweepWriter writer, PlanNode node)
    {
        switch (node.Op)
        {
            case CpuOp.TopFraction:
                TopFraction(writer, node);
                break;
            case CpuOp.IsConstant:
                Scalar(writer, node, _calls.IsConstant, () => SeriesAndSet(writer, node), [typeof(nint), typeof(nint)]);
                break;
            case CpuOp.PickBar:
                Scalar(writer, node, _calls.PickBar, () => PickBar(writer, node), [typeof(nint), typeof(nint), typeof(int)]);
                break;
            case CpuOp.Load:
                Step(writer, new PlanStep(CpuOp.Load, _places.Field(node), _plan.Places[node.Operands[0].Node], _places.Buffer(node), 0, 0, 0, node.P, 0, 0));
                break;
            default:
                Step(writer, PlanSteps.Step(node, _plan.Places));
                break;
        }
    }

    private void TopFraction(SweepWriter writer, PlanNode node)
    {
        SeriesAndSet(writer, node);
        writer.SetAddress(_plan.Places[node]);
        writer.IL.Emit(OpCodes.Ldc_I4, node.P);
        writer.IL.Emit(OpCodes.Ldc_I4, node.Q);
        writer.SpreadAddress();
        Call(writer, _calls.TopFraction, typeof(void), [typeof(nint), typeof(nint), typeof(nint), typeof(int), typeof(int), typeof(nint)]);
    }

    private void PickBar(SweepWriter writer, PlanNode node)
    {
        SeriesAndSet(writer, node);
        writer.IL.Emit(OpCodes.Ldc_I4, node.P);
    }

    private void Scalar(SweepWriter writer, PlanNode node, nint kernel, Action operands, Type[] types)
    {
        writer.ScalarAddress(_plan.Places[node]);
        operands();
        Call(writer, kernel, typeof(double), types);
        writer.IL.Emit(OpCodes.Stind_R8);
    }

    private void SeriesAndSet(SweepWriter writer, PlanNode node)
    {
        PlanOperand series = node.Operands[0];
        if (series.Node.Op == CpuOp.Load)
        {
            writer.FieldAddress(_places.Field(series.Node));
        }
        else
        {
            writer.BufferAddress(_places.Buffer(series.Node));
        }

        writer.Offset((long)Frame.Within(series.Shift) * SweepVector.ElementBytes);
        writer.SetAddress(_plan.Places[node.Operands[1].Node]);
    }

    private void Step(SweepWriter writer, PlanStep step)
    {
        writer.IL.Emit(OpCodes.Ldarg_0);
        writer.InstructionAddress(_steps.Count);
        Call(writer, _calls.Kernels[step.Op], typeof(void), [typeof(nint), typeof(nint)]);
        _steps.Add(step);
    }

    private static void Call(SweepWriter writer, nint kernel, Type result, Type[] parameters)
    {
        writer.IL.Emit(OpCodes.Ldc_I8, (long)kernel);
        writer.IL.Emit(OpCodes.Conv_I);
        writer.IL.EmitCalli(OpCodes.Calli, System.Reflection.CallingConventions.Standard, result, parameters, null);
    }
}
