using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using FactorGpu.Bars;
using FactorGpu.Expressions;
using FactorGpu.Expressions.Text;

namespace FactorGpu.Compilation;

/// <summary>Writes nodes as the right-hand sides of numbered lines: <c>%2 / %1</c>, <c>lag(%0, bars=1)</c>; sequences by letter.</summary>
internal sealed class NodeText
{
    private readonly Dictionary<ExprNode, int> _numbers = [];
    private readonly Dictionary<Sequence, string> _names = [];

    /// <summary>Numbers nodes, and names their sequences a, b, c, ..., in the order given.</summary>
    internal NodeText(IEnumerable<ExprNode> nodes)
    {
        foreach (ExprNode node in nodes)
        {
            _numbers.Add(node, _numbers.Count);
            if (node.Sequence is not null && !_names.ContainsKey(node.Sequence))
            {
                _names.Add(node.Sequence, SequenceName(_names.Count));
            }
        }
    }

    internal string Number(ExprNode node) => string.Create(CultureInfo.InvariantCulture, $"%{_numbers[node]}");

    /// <summary>One line: number, sequence letter or a dot for none, and what the node computes.</summary>
    internal string Line(ExprNode node)
        => $"{Number(node),5} {(node.Sequence is null ? "." : _names[node.Sequence])}  {Body(node)}";

    /// <summary>Appends one line per sequence: letter, scope, what bars must have, condition.</summary>
    internal void AppendSequences(StringBuilder text)
    {
        foreach ((Sequence sequence, string name) in _names)
        {
            text.Append("sequence ").Append(name).Append(": ").Append(Describe(sequence)).Append('\n');
        }
    }

    private string Body(ExprNode node)
    {
        OperatorDescriptor op = node.Operator;
        if (op == Operators.Constant)
        {
            return ExpressionPrinter.Number(node.Constant);
        }

        if (op.ReadsField)
        {
            string field = BarFields.Name(node.Field);
            return op == Operators.Field || op == Operators.DayValue ? field : $"{op.Name}({field})";
        }

        if (op.Kind == OperatorKind.Source)
        {
            return op.Name;
        }

        if (op.Symbol is not null)
        {
            return node.Operands.Length == 1
                ? op.Symbol + Number(node.Operands[0])
                : $"{Number(node.Operands[0])} {op.Symbol} {Number(node.Operands[1])}";
        }

        IEnumerable<string> attributes = op.Attributes.Zip(node.Attributes, (name, value) => $"{name}={value}");
        return $"{op.Name}({string.Join(", ", node.Operands.Select(Number).Concat(attributes))})";
    }

    private string Describe(Sequence sequence)
    {
        string text = $"valid bars of {(sequence.Scope == BarScope.Core ? "CORE" : "ALL")}";
        text += (sequence.Requirements & BarRequirements.NumTrades) != 0 ? ", num_trades valid" : "";
        text += (sequence.Requirements & BarRequirements.Vwap) != 0 ? ", vwap valid" : "";
        return text + (sequence.Condition is null ? "" : $", where {Number(sequence.Condition)} is true");
    }

    /// <summary>The letters of the sequence at a position: a, b, ..., z, aa, ab, ...</summary>
    internal static string SequenceName(int index)
        => index < 26 ? ((char)('a' + index)).ToString() : SequenceName((index / 26) - 1) + SequenceName(index % 26);
}
