using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection.Emit;
using FactorGpu.Engines.Cpu.Kernels;
using FactorGpu.Engines.Cpu.Plans;

namespace FactorGpu.Engines.Cpu.Sweeps;

/// <summary>Writes one fused loop: groups of lanes from first to last, everything of a group in registers, folds accumulated across groups.</summary>
/// <remarks>
/// The body is written twice: for groups of which every run of bars that the loop knows has all lanes, without a thought for sets that are runs, and for the few at the edges.
/// </remarks>
internal sealed class LoopWriter
{
    private readonly SweepWriter _writer;
    private readonly SweepVector _vector;
    private readonly CpuPlan _plan;
    private readonly SweepSegment _segment;
    private readonly LoopPlaces _places;
    private readonly LoopFolds _folds;
    private readonly LocalBuilder _at;
    private readonly LocalBuilder _end;
    private readonly LocalBuilder _innerStart;
    private readonly LocalBuilder _innerEnd;

    private LoopWriter(SweepWriter writer, SweepVector vector, CpuPlan plan, SweepPlaces places, SweepSegment segment)
    {
        _writer = writer;
        _vector = vector;
        _plan = plan;
        _segment = segment;
        _at = writer.Local(typeof(nint));
        _end = writer.Local(typeof(nint));
        _innerStart = writer.Local(typeof(nint));
        _innerEnd = writer.Local(typeof(nint));
        _places = new LoopPlaces(writer, plan, places, segment);
        _folds = new LoopFolds(writer, vector, plan, _places, segment);
    }

    internal static void Write(SweepWriter writer, SweepVector vector, CpuPlan plan, SweepPlaces places, SweepSegment segment)
        => new LoopWriter(writer, vector, plan, places, segment).Write();

    private void Write()
    {
        Bounds();
        _places.Open(_at, _end);
        _folds.Open();
        Loop();
        _folds.Close();
    }

    private void Loop()
    {
        ILGenerator il = _writer.IL;
        Label next = il.DefineLabel();
        Label edge = il.DefineLabel();
        Label inner = il.DefineLabel();
        Label check = il.DefineLabel();
        il.Emit(OpCodes.Br, check);

        il.MarkLabel(next);
        Jump(OpCodes.Blt, _at, _innerStart, edge);
        Jump(OpCodes.Bge, _at, _innerEnd, edge);
        il.MarkLabel(inner);
        Body(isInner: true);
        Jump(OpCodes.Blt, _at, _innerEnd, inner);
        il.Emit(OpCodes.Br, check);

        il.MarkLabel(edge);
        Body(isInner: false);
        il.MarkLabel(check);
        Jump(OpCodes.Blt, _at, _end, next);
    }

    private void Body(bool isInner)
    {
        new LoopBody(_writer, _vector, _segment, _places, _folds, _at, isInner).Write();
        _writer.IL.Emit(OpCodes.Ldloc, _at);
        _writer.Offset(Frame.GroupBytes);
        _writer.IL.Emit(OpCodes.Stloc, _at);
    }

    private void Jump(OpCode condition, LocalBuilder a, LocalBuilder b, Label target)
    {
        _writer.IL.Emit(OpCodes.Ldloc, a);
        _writer.IL.Emit(OpCodes.Ldloc, b);
        _writer.IL.Emit(condition, target);
    }

    /// <summary>All bounds are offsets in bytes; the inner ones those of whole groups.</summary>
    private void Bounds()
    {
        SweepRange range = _segment.Range!.Value;
        Bound(_at, () => First(range.Window), Down);
        Bound(_end, () => End(range), null);
        Bound(_innerStart, () => First(range.Window), Up);
        Bound(_innerEnd, () => End(range), Down);
        foreach (PlanNode run in Runs())
        {
            Narrow(_innerStart, () => First(run), Up, nameof(Math.Max));
            Narrow(_innerEnd, () => End(range with { Window = run }), Down, nameof(Math.Min));
        }
    }

    /// <summary>The runs of bars that decide what lanes are computed.</summary>
    private IEnumerable<PlanNode> Runs() => _segment.Nodes.SelectMany(node => node.Operands).Select(operand => operand.Node)
        .Where(node => node.Kind == PlanKind.Set && node.IsRun).Distinct();

    private void Narrow(LocalBuilder bound, Action push, Action? round, string how)
    {
        _writer.IL.Emit(OpCodes.Ldloc, bound);
        Push(push, round);
        _writer.IL.Emit(OpCodes.Call, typeof(Math).GetMethod(how, [typeof(nint), typeof(nint)])!);
        _writer.IL.Emit(OpCodes.Stloc, bound);
    }

    private void Bound(LocalBuilder bound, Action push, Action? round)
    {
        Push(push, round);
        _writer.IL.Emit(OpCodes.Stloc, bound);
    }

    private void Push(Action push, Action? round)
    {
        push();
        round?.Invoke();
        _writer.IL.Emit(OpCodes.Ldc_I4, _vector.ElementBytes);
        _writer.IL.Emit(OpCodes.Mul);
        _writer.IL.Emit(OpCodes.Conv_I);
    }

    private void First(PlanNode? set)
    {
        if (set is null)
        {
            _writer.IL.Emit(OpCodes.Ldc_I4_0);
            return;
        }

        _writer.SetAddress(_plan.Places[set]);
        _writer.SetField(nameof(BarSet.First));
    }

    private void End(SweepRange range)
    {
        if (range.Window is null)
        {
            _writer.BarCount(_plan.Places[range.Sequence]);
            return;
        }

        _writer.SetAddress(_plan.Places[range.Window]);
        _writer.SetField(nameof(BarSet.End));
    }

    private void Up()
    {
        _writer.IL.Emit(OpCodes.Ldc_I4, _vector.GroupLanes - 1);
        _writer.IL.Emit(OpCodes.Add);
        Down();
    }

    private void Down()
    {
        _writer.IL.Emit(OpCodes.Ldc_I4, -_vector.GroupLanes);
        _writer.IL.Emit(OpCodes.And);
    }
}
