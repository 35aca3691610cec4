using System.Collections.Generic;
using System.Linq;
using System.Reflection.Emit;
using System.Runtime.Intrinsics.X86;
using FactorGpu.Bars;
using FactorGpu.Engines.Cpu.Plans;

namespace FactorGpu.Engines.Cpu.Sweeps;

/// <summary>Where a loop reads and writes: pointers in locals, set before the first group.</summary>
internal sealed class LoopPlaces
{
    private readonly SweepWriter _writer;
    private readonly CpuPlan _plan;
    private readonly Dictionary<PlanNode, LocalBuilder> _series = [];
    private readonly Dictionary<PlanNode, LocalBuilder> _sets = [];
    private readonly Dictionary<PlanNode, LocalBuilder> _narrowed;
    private readonly PlanNode[] _written;
    private readonly (BarField Field, LocalBuilder Row)[] _requests;

    internal LoopPlaces(SweepWriter writer, CpuPlan plan, SweepPlaces places, SweepSegment segment)
    {
        _writer = writer;
        _plan = plan;
        Places = places;
        foreach (PlanNode node in segment.Nodes.Where(node => node.Kind != PlanKind.Scalar && places.IsKept(node))
            .Concat(segment.Nodes.SelectMany(node => node.Operands).Select(operand => operand.Node).Except(segment.Nodes)).Distinct())
        {
            Dictionary<PlanNode, LocalBuilder>? pointers = node.Kind switch { PlanKind.Buffer => _series, PlanKind.Set => _sets, _ => null };
            pointers?.Add(node, writer.Local(typeof(nint)));
        }

        _narrowed = segment.Nodes.SelectMany(node => node.Operands).Select(operand => operand.Node)
            .Where(node => writer.Vector.Narrows && node.Kind == PlanKind.Scalar && node.Op != CpuOp.Constant).Distinct().ToDictionary(node => node, _ => writer.Local(writer.Vector.Element));

        // Whether a set is empty is asked of the set itself.
        foreach (PlanNode fold in segment.Nodes.Where(node => SweepNodes.IsFold(node) && node.Op is CpuOp.Max or CpuOp.Min))
        {
            _sets.TryAdd(fold.Operands[1].Node, writer.Local(typeof(nint)));
        }

        _requests = [.. places.Requested(segment).Select(field => (field, writer.Local(typeof(nint))))];
        _written = [.. segment.Nodes.Where(_sets.ContainsKey)];
    }

    internal SweepPlaces Places { get; }

    /// <summary>Sets the pointers, narrows the scalars, and empties the sets that the loop writes.</summary>
    internal void Open(LocalBuilder at, LocalBuilder end)
    {
        foreach ((PlanNode node, LocalBuilder pointer) in _series)
        {
            _writer.BufferAddress(Places.OfOperand(node));
            _writer.IL.Emit(OpCodes.Stloc, pointer);
        }

        foreach ((PlanNode node, LocalBuilder pointer) in _sets)
        {
            _writer.SetAddress(_plan.Places[node]);
            _writer.IL.Emit(OpCodes.Stloc, pointer);
        }

        foreach ((PlanNode node, LocalBuilder element) in _narrowed)
        {
            _writer.LoadScalar(_plan.Places[node]);
            _writer.Vector.Narrow(_writer.IL);
            _writer.IL.Emit(OpCodes.Stloc, element);
        }

        foreach ((BarField field, LocalBuilder row) in _requests)
        {
            _writer.NextRowAddress(field);
            _writer.IL.Emit(OpCodes.Stloc, row);
        }

        foreach (PlanNode set in _written)
        {
            _writer.IL.Emit(OpCodes.Ldloc, _sets[set]);
            Bar(at);
            Bar(end);
            _writer.IL.Emit(OpCodes.Call, typeof(SweepSets).GetMethod(nameof(SweepSets.Open), SweepSets.Members)!);
        }
    }

    /// <summary>Asks for what the next stock will read. Asking behind the last row is harmless: nothing is read.</summary>
    internal void Request(LocalBuilder at)
    {
        if (!Sse.IsSupported)
        {
            return;
        }

        foreach ((_, LocalBuilder row) in _requests)
        {
            _writer.IL.Emit(OpCodes.Ldloc, row);
            _writer.IL.Emit(OpCodes.Ldloc, at);
            _writer.IL.Emit(OpCodes.Add);
            _writer.IL.Emit(OpCodes.Call, typeof(Sse).GetMethod(nameof(Sse.Prefetch0))!);
        }
    }

    /// <summary>True for a series or set that the loop must write.</summary>
    internal bool IsWritten(PlanNode node) => node.Kind == PlanKind.Set ? _sets.ContainsKey(node) : _series.ContainsKey(node);

    /// <summary>Pushes the address of a series' elements, moved by some elements, of the group at an offset.</summary>
    internal void Series(PlanNode node, LocalBuilder at, int elements)
    {
        _writer.IL.Emit(OpCodes.Ldloc, _series[node]);
        _writer.IL.Emit(OpCodes.Ldloc, at);
        _writer.IL.Emit(OpCodes.Add);
        _writer.Offset((long)elements * _writer.Vector.ElementBytes);
    }

    /// <summary>Pushes the address of a set's bits at an offset.</summary>
    internal void Bits(PlanNode set, LocalBuilder at)
    {
        _writer.IL.Emit(OpCodes.Ldloc, _sets[set]);
        _writer.IL.Emit(OpCodes.Ldloc, at);
        _writer.IL.Emit(OpCodes.Add);
        _writer.Offset(SweepSets.WordsOffset);
    }

    /// <summary>Pushes a scalar as an element: narrowed before the loop; float64 from its register, where an instruction that computes with it can read it.</summary>
    internal void Scalar(PlanNode scalar)
    {
        if (_narrowed.TryGetValue(scalar, out LocalBuilder? element))
        {
            _writer.IL.Emit(OpCodes.Ldloc, element);
            return;
        }

        _writer.LoadScalar(_plan.Places[scalar]);
    }

    internal void Set(PlanNode set) => _writer.IL.Emit(OpCodes.Ldloc, _sets[set]);

    /// <summary>Pushes the bar at an offset.</summary>
    private void Bar(LocalBuilder at)
    {
        _writer.IL.Emit(OpCodes.Ldloc, at);
        _writer.IL.Emit(OpCodes.Ldc_I4, _writer.Vector.ElementBytes);
        _writer.IL.Emit(OpCodes.Div_Un);
        _writer.IL.Emit(OpCodes.Conv_I4);
    }
}
