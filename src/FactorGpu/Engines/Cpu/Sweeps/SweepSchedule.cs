using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Engines.Cpu.Plans;

namespace FactorGpu.Engines.Cpu.Sweeps;

/// <summary>Parts the nodes of a plan into segments: whatever is ready goes before the next loop, and a loop takes all that is ready and goes over the same bars.</summary>
internal sealed class SweepSchedule
{
    /// <summary>Nodes without a loop that make one segment at most: each takes a local of the method (<see cref="SweepProgram"/>).</summary>
    private const int MostNodes = 200;

    /// <summary>Nodes after which a loop takes no further root. Each takes a local or two, and the runtime keeps no more than 1024 in registers, its own included.</summary>
    private const int MostLoopNodes = 60;

    private readonly int _mostFolds;
    private readonly HashSet<PlanNode> _done = [];
    private readonly List<SweepSegment> _segments = [];
    private readonly HashSet<PlanNode> _roots;
    private List<PlanNode> _open;

    private SweepSchedule(ImmutableArray<PlanNode> order, int mostFolds)
    {
        _mostFolds = mostFolds;
        _open = [.. order];
        _roots =
        [
            .. order.Where(SweepNodes.IsFold),
            .. order.SelectMany(user => user.Operands.Where(operand => IsLeft(user, operand)).Select(operand => operand.Node)),
        ];
    }

    /// <summary>The segments of some nodes.</summary>
    /// <param name="order">Nodes to compute, operands first; those that others read but that are missing are there before.</param>
    /// <param name="mostFolds">Folds that one loop accumulates at most.</param>
    internal static ImmutableArray<SweepSegment> Of(ImmutableArray<PlanNode> order, int mostFolds)
    {
        var schedule = new SweepSchedule(order, mostFolds);
        schedule._done.UnionWith(order.SelectMany(node => node.Operands).Select(operand => operand.Node).Except(order));
        while (schedule._open.Count > 0)
        {
            schedule.AddReady();
            schedule.AddLoop();
        }

        return [.. schedule._segments];
    }

    /// <summary>True where a user reads a looped node out of its loop.</summary>
    private static bool IsLeft(PlanNode user, PlanOperand operand)
        => SweepNodes.IsLooped(operand.Node) && (!SweepNodes.IsLooped(user) || operand.Shift != 0 || SweepRange.Of(user) != SweepRange.Of(operand.Node));

    /// <summary>Adds everything that needs no loop and has its operands.</summary>
    private void AddReady()
    {
        var ready = new List<PlanNode>();
        foreach (PlanNode node in _open)
        {
            bool isLooped = SweepNodes.IsLooped(node) && !SweepNodes.IsCombination(node);
            if (!isLooped && node.Operands.All(operand => _done.Contains(operand.Node)))
            {
                ready.Add(node);
                _done.Add(node);
            }
        }

        Add(ready, null);
    }

    /// <summary>Adds a loop over the first range for which something is ready; narrow ranges before whole sequences, which may find more that is ready later.</summary>
    private void AddLoop()
    {
        foreach (SweepRange range in _open.Where(SweepNodes.IsLooped).Select(SweepRange.Of).Distinct().OrderBy(range => range.Window is null))
        {
            List<PlanNode> nodes = Ready(range);
            if (nodes.Count > 0)
            {
                _done.UnionWith(nodes);
                Add(nodes, range);
                return;
            }
        }
    }

    private List<PlanNode> Ready(SweepRange range)
    {
        var taken = new HashSet<PlanNode>();
        PlanNode[] open = [.. _open.Where(node => SweepNodes.IsLooped(node) && SweepRange.Of(node) == range)];
        foreach (PlanNode root in open.Where(_roots.Contains))
        {
            var wanted = new HashSet<PlanNode>();
            bool isFull = taken.Count > MostLoopNodes || (SweepNodes.IsFold(root) && taken.Count(SweepNodes.IsFold) >= _mostFolds);
            if (!isFull && IsReady(root, range, taken, wanted))
            {
                taken.UnionWith(wanted);
            }
        }

        return [.. open.Where(taken.Contains)];
    }

    /// <summary>True if a loop over a range can compute a node; then with what else it must compute for it.</summary>
    private bool IsReady(PlanNode node, SweepRange range, HashSet<PlanNode> taken, HashSet<PlanNode> wanted)
    {
        wanted.Add(node);
        foreach (PlanOperand operand in node.Operands.Where(operand => !_done.Contains(operand.Node)))
        {
            bool isInside = operand.Shift == 0 && operand.Node.Kind != PlanKind.Scalar && SweepNodes.IsLooped(operand.Node) && SweepRange.Of(operand.Node) == range;
            bool isThere = taken.Contains(operand.Node) || wanted.Contains(operand.Node);
            if (!isInside || (!isThere && !IsReady(operand.Node, range, taken, wanted)))
            {
                return false;
            }
        }

        return true;
    }

    private void Add(List<PlanNode> nodes, SweepRange? range)
    {
        if (nodes.Count > 0)
        {
            _segments.AddRange(range is null
                ? nodes.Chunk(MostNodes).Select(part => new SweepSegment([.. part], null))
                : [new SweepSegment(LoopOrder.Of(nodes), range)]);
            _open = [.. _open.Where(node => !_done.Contains(node))];
        }
    }
}
