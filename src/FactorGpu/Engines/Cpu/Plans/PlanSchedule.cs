using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Errors;

namespace FactorGpu.Engines.Cpu.Plans;

/// <summary>Orders what a plan needs: by level first its scalars, then its reductions, each right after the series and sets that it alone still lacks.</summary>
/// <remarks>A series is made late and used soon, so that few buffers live at a time; scalars stand together, so that they run in batches.</remarks>
internal sealed class PlanSchedule
{
    private readonly List<PlanNode> _order = [];
    private readonly HashSet<PlanNode> _done = [];

    private PlanSchedule()
    {
    }

    /// <summary>The nodes that some outputs need, in order of execution; constants, values of the day and valid bars are no steps.</summary>
    internal static ImmutableArray<PlanNode> Of(ImmutableArray<PlanNode> outputs)
    {
        PlanNode[] needed = [.. Needed(outputs).Where(node => node.Kind == PlanKind.Scalar).OrderBy(node => node.Number)];
        var schedule = new PlanSchedule();
        int levels = outputs.Aggregate(0, (most, output) => Math.Max(most, output.Level));
        for (int level = 0; level <= levels; level++)
        {
            foreach (PlanNode scalar in needed.Where(node => node.Level == level && !node.IsReduction))
            {
                schedule.Add(scalar);
            }

            // Products of two series first: PlanSteps then adds the squares of either to the same sweep.
            PlanNode[] reductions = [.. needed.Where(node => node.Level == level + 1 && node.IsReduction)];
            foreach (PlanNode reduction in reductions.Where(node => !node.IsSumOfSquares).Concat(reductions.Where(node => node.IsSumOfSquares)))
            {
                schedule.Demand(reduction);
            }
        }

        return [.. schedule._order];
    }

    private static HashSet<PlanNode> Needed(ImmutableArray<PlanNode> outputs)
    {
        var needed = new HashSet<PlanNode>();
        var open = new Stack<PlanNode>(outputs);
        while (open.TryPop(out PlanNode? node))
        {
            if (needed.Add(node))
            {
                foreach (PlanOperand operand in node.Operands)
                {
                    open.Push(operand.Node);
                }
            }
        }

        return needed;
    }

    private void Demand(PlanNode node)
    {
        Throw.IfTooDeep();
        if (_done.Contains(node))
        {
            return;
        }

        foreach (PlanOperand operand in node.Operands.Where(operand => operand.Node.Kind != PlanKind.Scalar))
        {
            Demand(operand.Node);
        }

        Add(node);
    }

    private void Add(PlanNode node)
    {
        _done.Add(node);
        if (!node.IsGiven)
        {
            _order.Add(node);
        }
    }
}
