using System.Collections.Generic;
using System.Reflection;
using System.Reflection.Emit;
using FactorGpu.Bars;
using FactorGpu.Engines.Cpu.Kernels;
using FactorGpu.Engines.Cpu.Plans;

namespace FactorGpu.Engines.Cpu.Sweeps;

/// <summary>Writes what is no loop and no operation on scalars: calls of the interpreter's kernels, but where the answer mostly takes fewer instructions than a call.</summary>
internal sealed class StepWriter
{
    private readonly CpuPlan _plan;
    private readonly SweepPlaces _places;
    private readonly CpuKernels _kernels;
    private readonly List<PlanStep> _steps = [];
    private readonly List<PlanStep> _slotSteps = [];
    private readonly Dictionary<(PlanNode Sequence, PlanNode Set, int End, int Shift), int> _slots = [];

    internal StepWriter(CpuPlan plan, SweepPlaces places, CpuKernels kernels)
    {
        _plan = plan;
        _places = places;
        _kernels = kernels;
    }

    /// <summary>The steps whose instructions the methods take from their second argument.</summary>
    internal IReadOnlyList<PlanStep> Steps => _steps;

    /// <summary>Steps that give the slots of bars that are picked, in registers behind those of the plan: they hold as long as the slots of the valid bars stay the same.</summary>
    internal IReadOnlyList<PlanStep> SlotSteps => _slotSteps;

    internal void Write(SweepWriter writer, PlanNode node)
    {
        if (node.Op == CpuOp.PickField && node.Operands[0].Node.IsOfSlots && node.Operands[1].Node.IsOfSlots)
        {
            PickField(writer, node);
        }
        else if (node.Op == CpuOp.IsConstant && node.Operands[1].Node.IsRun)
        {
            IsConstant(writer, node);
        }
        else
        {
            Call(writer, node);
        }
    }

    /// <summary>The element of the row at a slot that is known.</summary>
    private void PickField(SweepWriter writer, PlanNode node)
    {
        ILGenerator il = writer.IL;
        LocalBuilder slot = writer.Local(typeof(nint));
        Label none = il.DefineLabel();
        Label end = il.DefineLabel();
        writer.ScalarAddress(SlotRegister(node));
        il.Emit(OpCodes.Ldind_I8);
        il.Emit(OpCodes.Conv_I);
        il.Emit(OpCodes.Stloc, slot);
        writer.ScalarAddress(_plan.Places[node]);
        il.Emit(OpCodes.Ldloc, slot);
        il.Emit(OpCodes.Ldc_I4_0);
        il.Emit(OpCodes.Conv_I);
        il.Emit(OpCodes.Blt, none);
        writer.RowAddress((BarField)node.Q);
        writer.LoadElement(slot);
        il.Emit(OpCodes.Br, end);
        il.MarkLabel(none);
        il.Emit(OpCodes.Ldc_R8, double.NaN);
        il.MarkLabel(end);
        il.Emit(OpCodes.Stind_R8);
    }

    private int SlotRegister(PlanNode node)
    {
        (PlanNode, PlanNode, int, int) key = (node.Operands[0].Node, node.Operands[1].Node, node.P, node.R);
        if (!_slots.TryGetValue(key, out int register))
        {
            register = _plan.Places.ScalarCount + _slots.Count;
            _slots.Add(key, register);
            _slotSteps.Add(PlanSteps.Step(node, _places.OfOperand) with { Op = CpuOp.PickSlot, Target = register });
        }

        return register;
    }

    /// <summary>Asks the kernel only when the first two elements of a run are equal.</summary>
    private void IsConstant(SweepWriter writer, PlanNode node)
    {
        ILGenerator il = writer.IL;
        LocalBuilder first = writer.Local(typeof(nint));
        Label ask = il.DefineLabel();
        Label end = il.DefineLabel();
        writer.SetAddress(_plan.Places[node.Operands[1].Node]);
        writer.SetField(nameof(BarSet.First));
        il.Emit(OpCodes.Conv_I);
        il.Emit(OpCodes.Stloc, first);
        il.Emit(OpCodes.Ldloc, first);
        writer.Offset(1);
        writer.SetAddress(_plan.Places[node.Operands[1].Node]);
        writer.SetField(nameof(BarSet.End));
        il.Emit(OpCodes.Conv_I);
        il.Emit(OpCodes.Bge, ask);
        writer.BufferAddress(_places.OfOperand(node.Operands[0]));
        writer.LoadElement(first);
        writer.BufferAddress(_places.OfOperand(node.Operands[0]) + 1);
        writer.LoadElement(first);
        il.Emit(OpCodes.Beq, ask);
        writer.ScalarAddress(_plan.Places[node]);
        il.Emit(OpCodes.Ldc_R8, 0.0);
        il.Emit(OpCodes.Stind_R8);
        il.Emit(OpCodes.Br, end);
        il.MarkLabel(ask);
        Call(writer, node);
        il.MarkLabel(end);
    }

    private void Call(SweepWriter writer, PlanNode node)
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
