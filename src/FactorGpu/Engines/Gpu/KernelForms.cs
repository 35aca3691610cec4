using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Compilation;
using FactorGpu.Engines.Gpu.Text;
using FactorGpu.Expressions;

namespace FactorGpu.Engines.Gpu;

/// <summary>The operators that can be written as kernels, and so the factors that devices can compute.</summary>
/// <param name="operators">Names of the operators.</param>
internal sealed class KernelForms(IEnumerable<string> operators)
{
    private readonly FrozenSet<string> _operators = operators.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What the writer of kernels knows.</summary>
    internal static KernelForms Known { get; } = new([.. ElementwiseText.Table.Keys, .. BarText.Table.Keys, .. ScalarText.Table.Keys]);

    /// <summary>Operators that devices do not compute, by name, each with the reason: factors with one of them are computed by the Cpu engine.</summary>
    internal static FrozenDictionary<string, string> CpuOnly { get; } = new Dictionary<string, string>().ToFrozenDictionary(StringComparer.Ordinal);

    internal bool Has(OperatorDescriptor op) => _operators.Contains(op.Name);

    /// <summary>The factors of a program in one precision whose value is made with an operator that has no form, ascending.</summary>
    internal ImmutableArray<int> Lacking(FactorProgram program)
    {
        HashSet<ExprNode> without = [];
        foreach (ExprNode node in program.Steps.Select(step => step.Node))
        {
            if (!Has(node.Operator) || node.Operands.Any(without.Contains) || Conditions(node).Any(without.Contains))
            {
                without.Add(node);
            }
        }

        ImmutableArray<GraphOutput> outputs = program.Graph.Outputs;
        return [.. Enumerable.Range(0, outputs.Length).Where(k => without.Contains(outputs[k].Node))];
    }

    /// <summary>What decides which bars the sequence of a node keeps.</summary>
    private static IEnumerable<ExprNode> Conditions(ExprNode node)
    {
        for (Sequence? sequence = node.Sequence; sequence is not null; sequence = sequence.Parent)
        {
            if (sequence.Condition is { } condition)
            {
                yield return condition;
            }
        }
    }
}
