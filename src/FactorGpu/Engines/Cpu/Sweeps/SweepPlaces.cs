using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Bars;
using FactorGpu.Engines.Cpu.Kernels;
using FactorGpu.Engines.Cpu.Plans;

namespace FactorGpu.Engines.Cpu.Sweeps;

/// <summary>Which series and sets outlive their loop, and where the series are kept. Buffers are used again when dead, so that the working set stays in the first cache; a buffer that a loop writes is never one that it reads.</summary>
internal sealed class SweepPlaces
{
    private readonly Dictionary<PlanNode, int> _buffers = [];
    private readonly Dictionary<PlanNode, int> _fields = [];
    private readonly HashSet<PlanNode> _kept = [];
    private readonly SweepSegment? _requestingLoop;
    private readonly ImmutableArray<BarField> _requests;

    internal SweepPlaces(ImmutableArray<SweepSegment> segments)
    {
        _requestingLoop = segments.FirstOrDefault(segment => segment.Range is { Window: null });
        _requests = [.. segments.SelectMany(segment => segment.Nodes).Where(node => node.Op == CpuOp.Load).Select(node => (BarField)node.P).Distinct()];
        Dictionary<PlanNode, int> lastUses = LastUses(segments);
        var free = new Stack<int>();
        for (int at = 0; at < segments.Length; at++)
        {
            PlanNode[] dead = [.. _buffers.Keys.Where(node => node.Op != CpuOp.Load && lastUses[node] == at)];
            foreach (PlanNode node in segments[at].Nodes.Where(node => lastUses.TryGetValue(node, out int last) && last > at))
            {
                _kept.Add(node);
            }

            foreach (PlanNode node in segments[at].Nodes.Where(node => node.Kind == PlanKind.Buffer && (node.Op == CpuOp.Load || _kept.Contains(node))))
            {
                _buffers.Add(node, free.TryPop(out int freed) ? freed : BufferCount++);
            }

            foreach (PlanNode node in segments[at].Nodes.Where(node => node.Op == CpuOp.Load))
            {
                _fields.Add(node, _fields.Count);
            }

            foreach (PlanNode node in dead)
            {
                free.Push(_buffers[node]);
            }
        }
    }

    internal int BufferCount { get; private set; }

    /// <summary>The fields whose rows a loop asks for on behalf of the next stock, a line a group: all of them in the first loop over a whole sequence, which waits for divisions most.</summary>
    internal ImmutableArray<BarField> Requested(SweepSegment loop) => loop == _requestingLoop ? _requests : [];

    /// <summary>Number of series that are read from the day.</summary>
    internal int FieldCount => _fields.Count;

    /// <summary>True for a node that is read after its segment.</summary>
    internal bool IsKept(PlanNode node) => _kept.Contains(node);

    /// <summary>Offset of a series' bar 0 in the buffers.</summary>
    internal int Buffer(PlanNode node) => Frame.Origin + (_buffers[node] * Frame.BufferStride);

    /// <summary>Which of the frame's fields a series that is read from the day is.</summary>
    internal int Field(PlanNode load) => _fields[load];

    private static Dictionary<PlanNode, int> LastUses(ImmutableArray<SweepSegment> segments)
    {
        var lastUses = new Dictionary<PlanNode, int>();
        for (int at = 0; at < segments.Length; at++)
        {
            foreach (PlanOperand operand in segments[at].Nodes.SelectMany(node => node.Operands))
            {
                lastUses[operand.Node] = at;
            }
        }

        return lastUses;
    }
}
