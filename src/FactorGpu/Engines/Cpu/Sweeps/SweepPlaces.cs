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
    private readonly CpuPlan _plan;
    private readonly Dictionary<PlanNode, int> _buffers = [];
    private readonly HashSet<PlanNode> _kept = [];
    private readonly SweepSegment? _requestingLoop;
    private readonly ImmutableArray<BarField> _requests;

    internal SweepPlaces(CpuPlan plan, ImmutableArray<SweepSegment> segments)
    {
        _plan = plan;
        _requestingLoop = segments.FirstOrDefault(segment => segment.Range is { Window: null });
        _requests = [.. segments.SelectMany(segment => segment.Nodes).Where(node => node.Op == CpuOp.Load).Select(node => (BarField)node.P).Distinct()];
        Dictionary<PlanNode, int> lastUses = LastUses(segments);
        var free = new Stack<int>();
        for (int at = 0; at < segments.Length; at++)
        {
            foreach (PlanNode node in segments[at].Nodes.Where(node => segments[at].Range is null || lastUses.GetValueOrDefault(node) > at))
            {
                _kept.Add(node);
            }

            foreach (PlanNode node in segments[at].Nodes.Where(node => node.Kind == PlanKind.Buffer && _kept.Contains(node)))
            {
                _buffers.Add(node, free.TryPop(out int freed) ? freed : BufferCount++);
            }

            foreach (PlanNode dead in _buffers.Keys.Where(node => lastUses[node] == at))
            {
                free.Push(_buffers[dead]);
            }
        }
    }

    internal int BufferCount { get; private set; }

    /// <summary>The fields whose rows a loop asks for on behalf of the next stock, a line a group: all of them in the first loop over a whole sequence, which waits for divisions most.</summary>
    internal ImmutableArray<BarField> Requested(SweepSegment loop) => loop == _requestingLoop ? _requests : [];

    /// <summary>True for a node that is read after its segment.</summary>
    internal bool IsKept(PlanNode node) => _kept.Contains(node);

    /// <summary>What <see cref="PlanPlaces.OfOperand"/> is, with the buffers of the sweep.</summary>
    internal int OfOperand(PlanOperand operand) => operand.Node.Kind == PlanKind.Buffer
        ? Frame.Origin + (_buffers[operand.Node] * Frame.BufferStride) + Frame.Within(operand.Shift)
        : _plan.Places.OfOperand(operand);

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
