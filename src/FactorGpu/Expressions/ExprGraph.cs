using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Errors;

namespace FactorGpu.Expressions;

/// <summary>An immutable graph of nodes with named outputs. Every operand, and the condition of every sequence, stands before the node that needs it.</summary>
internal sealed class ExprGraph
{
    /// <summary>Takes the nodes that the outputs need, in the order in which they are first needed.</summary>
    internal ExprGraph(ImmutableArray<GraphOutput> outputs)
    {
        Outputs = outputs;
        var order = ImmutableArray.CreateBuilder<ExprNode>();
        var seen = new HashSet<ExprNode>();
        foreach (GraphOutput output in outputs)
        {
            Visit(output.Node, seen, order);
        }

        Nodes = order.ToImmutable();
    }

    internal ImmutableArray<ExprNode> Nodes { get; }

    internal ImmutableArray<GraphOutput> Outputs { get; }

    /// <summary>One graph with the outputs of several; nodes stay apart even where they are equal.</summary>
    internal static ExprGraph Concat(IEnumerable<ExprGraph> graphs) => new([.. graphs.SelectMany(graph => graph.Outputs)]);

    /// <summary>Makes every needed node again, operands first, and puts what <paramref name="map"/> gives in its place. Equal nodes become one.</summary>
    /// <param name="map">Gets the builder of the new graph and the node made again over the new operands.</param>
    internal ExprGraph Rebuild(Func<GraphBuilder, ExprNode, ExprNode> map)
    {
        var builder = new GraphBuilder();
        var made = new Dictionary<ExprNode, ExprNode>();
        foreach (ExprNode node in Nodes)
        {
            ImmutableArray<ExprNode> operands = ImmutableArray.CreateRange(node.Operands, operand => made[operand]);
            made.Add(node, map(builder, builder.Copy(node, operands, Remake(node.Sequence, builder, made))));
        }

        return new ExprGraph([.. Outputs.Select(output => output with { Node = made[output.Node] })]);
    }

    private static Sequence? Remake(Sequence? sequence, GraphBuilder builder, Dictionary<ExprNode, ExprNode> made)
        => sequence is null
            ? null
            : builder.Sequence(sequence.Scope, sequence.Requirements, sequence.Condition is null ? null : made[sequence.Condition]);

    private static void Visit(ExprNode node, HashSet<ExprNode> seen, ImmutableArray<ExprNode>.Builder order)
    {
        Throw.IfTooDeep();
        if (!seen.Add(node))
        {
            return;
        }

        if (node.Sequence?.Condition is { } condition)
        {
            Visit(condition, seen, order);
        }

        foreach (ExprNode operand in node.Operands)
        {
            Visit(operand, seen, order);
        }

        order.Add(node);
    }
}
