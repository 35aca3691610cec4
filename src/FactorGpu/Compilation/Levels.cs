using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Expressions;

namespace FactorGpu.Compilation;

/// <summary>Orders the nodes of a graph by level: what a sweep over all bars must end for stands one level above its operands (design 5).</summary>
/// <remarks>A sequence with a condition can be formed only when the condition is known at every bar, so its fields stand one level above the condition.</remarks>
internal static class Levels
{
    /// <summary>The nodes by level, within a level in the order of the graph.</summary>
    internal static ImmutableArray<ProgramStep> Assign(ExprGraph graph)
    {
        var levels = new Dictionary<ExprNode, int>();
        foreach (ExprNode node in graph.Nodes)
        {
            int level = node.Sequence?.Condition is { } condition ? levels[condition] + 1 : 0;
            foreach (ExprNode operand in node.Operands)
            {
                level = Math.Max(level, levels[operand]);
            }

            levels.Add(node, node.Operator.EndsSweep ? level + 1 : level);
        }

        return [.. graph.Nodes.Select(node => new ProgramStep(node, levels[node])).OrderBy(step => step.Level)];
    }
}
