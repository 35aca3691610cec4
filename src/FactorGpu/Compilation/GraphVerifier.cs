using System.Collections.Generic;
using FactorGpu.Errors;
using FactorGpu.Expressions;

namespace FactorGpu.Compilation;

/// <summary>Checks what every pass must leave true: order, arity, kinds, one sequence per operator, scalar outputs.</summary>
internal static class GraphVerifier
{
    /// <exception cref="FactorGpuException">The graph is broken; the message names the pass, the node and the rule.</exception>
    internal static void Verify(ExprGraph graph, string pass)
    {
        var seen = new HashSet<ExprNode>();
        foreach (ExprNode node in graph.Nodes)
        {
            if (Fault(node, seen) is { } fault)
            {
                Throw.BrokenGraph(pass, node.Operator.Name, fault);
            }

            seen.Add(node);
        }

        foreach (GraphOutput output in graph.Outputs)
        {
            if (output.Node.Kind != ValueKind.Scalar)
            {
                Throw.BrokenGraph(pass, output.Node.Operator.Name, $"the output {output.FactorId} is not a scalar");
            }
        }
    }

    private static string? Fault(ExprNode node, HashSet<ExprNode> seen)
    {
        OperatorDescriptor op = node.Operator;
        if (op.Kind == OperatorKind.Binding)
        {
            return "it belongs to definitions only";
        }

        if (node.Operands.Length != op.Operands.Length)
        {
            return $"it takes {op.Operands.Length} operands and has {node.Operands.Length}";
        }

        if (node.Attributes.Length != op.Attributes.Length)
        {
            return $"it takes {op.Attributes.Length} attributes and has {node.Attributes.Length}";
        }

        if (node.Sequence?.Condition is { } condition && !seen.Contains(condition))
        {
            return "it stands before what it needs";
        }

        for (int i = 0; i < node.Operands.Length; i++)
        {
            if (OperandFault(node, i, seen) is { } fault)
            {
                return fault;
            }
        }

        return SequenceFault(node);
    }

    private static string? OperandFault(ExprNode node, int i, HashSet<ExprNode> seen)
    {
        ExprNode operand = node.Operands[i];
        if (!seen.Contains(operand))
        {
            return "it stands before what it needs";
        }

        if (!node.Operator.Accepts(i, operand.Kind))
        {
            return $"its operand {i} is a {operand.Kind}";
        }

        return operand.IsSeries && operand.Sequence != node.Sequence ? "it mixes two sequences" : null;
    }

    private static string? SequenceFault(ExprNode node)
    {
        if (node.Sequence?.Condition is { Kind: not ValueKind.SeriesCondition })
        {
            return "its sequence is conditioned on something other than a condition per bar";
        }

        return node.IsSeries && node.Sequence is null ? "it is a series without a sequence" : null;
    }
}
