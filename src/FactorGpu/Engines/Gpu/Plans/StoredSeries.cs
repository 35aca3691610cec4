using System.Collections.Generic;
using System.Linq;
using FactorGpu.Errors;
using FactorGpu.Expressions;

namespace FactorGpu.Engines.Gpu.Plans;

/// <summary>Finds the series that are worth keeping in local memory: quotients, roots and functions that would be computed for a bar more than once.</summary>
internal static class StoredSeries
{
    /// <summary>The series in order of how often each would be evaluated, most often first.</summary>
    internal static IEnumerable<ExprNode> WorthKeeping(KernelGraph graph, IReadOnlyList<Reduction> reductions)
    {
        var uses = new Dictionary<ExprNode, int>();
        foreach (IGrouping<int, Reduction> level in reductions.GroupBy(reduction => reduction.Level))
        {
            var seen = new HashSet<(ExprNode Node, int Shift)>();
            foreach (ExprNode part in level.SelectMany(reduction => KernelGraph.PartsOf(reduction)))
            {
                Visit(graph, part, 0, seen);
            }

            foreach ((ExprNode node, _) in seen.Where(use => IsCostly(use.Node)))
            {
                uses[node] = uses.GetValueOrDefault(node) + 1;
            }
        }

        return uses.Where(use => use.Value > 1).OrderByDescending(use => use.Value).ThenBy(use => graph.NumberOf(use.Key)).Select(use => use.Key);
    }

    private static bool IsCostly(ExprNode node)
        => node.IsSeries && (node.Operator == Operators.Divide || node.Operator == Operators.Sqrt || node.Operator.Exactness == Exactness.Elementary);

    private static void Visit(KernelGraph graph, ExprNode node, int shift, HashSet<(ExprNode Node, int Shift)> seen)
    {
        Throw.IfTooDeep();
        if (!node.IsSeries || !seen.Add((node, shift)))
        {
            return;
        }

        int moved = node.Operator == Operators.Lag ? Presence.Moved(shift, -node.Attributes[0])
            : node.Operator == Operators.Lead ? Presence.Moved(shift, node.Attributes[0])
            : WholeSeries.StepOf(node) is null ? shift : 0;
        foreach (ExprNode part in graph.PartsOf(node))
        {
            Visit(graph, part, moved, seen);
        }
    }
}
