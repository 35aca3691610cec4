using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Linq;
using FactorGpu.Bars;
using FactorGpu.Engines.Gpu.Plans;
using FactorGpu.Errors;
using FactorGpu.Expressions;
using static FactorGpu.Engines.Gpu.Text.KernelContext;

namespace FactorGpu.Engines.Gpu.Text;

/// <summary>Writes scalars as constants of C, each once in its step. All work-items that need a scalar compute it, from reductions in local memory.</summary>
internal sealed class ScalarText
{
    private readonly KernelContext _context;
    private readonly KernelWriter _lines;
    private readonly Dictionary<ExprNode, string> _values = [];
    private readonly Dictionary<ExprNode, string> _elements = [];
    private readonly Dictionary<string, string> _named = new(StringComparer.Ordinal);

    internal ScalarText(KernelContext context, KernelWriter lines)
    {
        _context = context;
        _lines = lines;
    }

    /// <summary>How the value of each operator that gives a scalar and is not elementwise is written, by the operator's name.</summary>
    internal static FrozenDictionary<string, Func<ScalarText, ExprNode, string>> Table { get; } =
        new Dictionary<OperatorDescriptor, Func<ScalarText, ExprNode, string>>
        {
            [Operators.DayValue] = (text, node) => text.DayValue(node),
            [Operators.DayTicks] = (text, node) => text.DayValue(node),
            [Operators.Tick] = (text, node) => text.Declare(node, text._context.At("day_values", text._context.Plan.DayValues.Length)),
            [Operators.Constant] = (text, node) => text._context.Scalar.Literal(node.Constant),
            [Operators.Count] = (text, node) => text.Declare(node, text.Count(node)),
            [Operators.Sum] = (text, node) => text.Declare(node, text.Result(node)),
            [Operators.Product] = (text, node) => text.Declare(node, text.Result(node)),
            [Operators.Max] = (text, node) => text.Declare(node, $"{text.IsAny(node)} ? {text.Result(node)} : {text._context.Scalar.NaN}"),
            [Operators.Min] = (text, node) => text.Declare(node, $"{text.IsAny(node)} ? {text.Result(node)} : {text._context.Scalar.NaN}"),
            [Operators.First] = (text, node) => text.Pick(node, bounds => bounds.Start),
            [Operators.Last] = (text, node) => text.Pick(node, bounds => $"{bounds.End} - 1"),
            [Operators.IsConstant] = (text, node) => text.Declare(node, $"{text.Result(node)} == {text._context.Scalar.Literal(1)}"),
        }.ToFrozenDictionary(row => row.Key.Name, row => row.Value, StringComparer.Ordinal);

    /// <summary>The value of a scalar.</summary>
    internal string Value(ExprNode node)
    {
        Throw.IfTooDeep();
        if (!_values.TryGetValue(node, out string? name))
        {
            name = Table.TryGetValue(node.Operator.Name, out Func<ScalarText, ExprNode, string>? write)
                ? write(this, node)
                : Declare(node, ElementwiseText.Table[node.Operator.Name](_context.Scalar, [.. node.Operands.Select(Value)]));
            _values.Add(node, name);
        }

        return name;
    }

    /// <summary>The value of a scalar in the type of elements.</summary>
    internal string AsElement(ExprNode node)
    {
        if (node.Operator == Operators.Constant)
        {
            return _context.Element.Literal(node.Constant);
        }

        string value = Value(node);
        if (node.Kind != ValueKind.Scalar || _context.Element == _context.Scalar)
        {
            return value;
        }

        if (!_elements.TryGetValue(node, out string? name))
        {
            name = Invariant($"e{_context.Graph.NumberOf(node)}");
            _lines.Line($"const {_context.Element.Type} {name} = ({_context.Element.Type}){value};");
            _elements.Add(node, name);
        }

        return name;
    }

    private string DayValue(ExprNode node) => Declare(node, _context.At("day_values", _context.Plan.DayValues.IndexOf(node.Field)));

    private string Count(ExprNode node)
    {
        if (!_context.Graph.PresenceOf(node.Operands[0]).IsRun)
        {
            return Result(node);
        }

        (string start, string end) = Bounds(node);
        return $"({_context.Scalar.Type})({end} > {start} ? {end} - {start} : 0)";
    }

    /// <summary>The element at one end of what is present, evaluated at that bar alone.</summary>
    private string Pick(ExprNode node, Func<(string Start, string End), string> place)
    {
        ExprNode x = node.Operands[0];
        bool isRun = _context.Graph.PresenceOf(x).IsRun;
        string at = Invariant($"k{_context.Graph.NumberOf(node)}");
        _lines.Line($"const int {at} = inside({(isRun ? place(Bounds(node)) : $"(int){Result(node)}")});");
        string value = new BarText(_context, _lines, this, at, "_" + at, []).Value(x);
        return Declare(node, $"{IsAny(node, isRun)} ? {value} : {_context.Scalar.NaN}");
    }

    /// <summary>Whether a reducing node has any element.</summary>
    private string IsAny(ExprNode node) => IsAny(node, _context.Graph.PresenceOf(node.Operands[0]).IsRun);

    private string IsAny(ExprNode node, bool isRun)
    {
        if (isRun)
        {
            (string start, string end) = Bounds(node);
            return $"{start} < {end}";
        }

        Reduction last = _context.Graph.ReductionsOf(node)[^1];
        string result = _context.ResultOf(last);
        NumberWords scalar = _context.Scalar;
        return last.Form switch
        {
            ReductionForm.FirstBar => $"{result} < {scalar.Literal(LocalMemory.BarCount)}",
            ReductionForm.LastBar => $"{result} >= {scalar.Literal(0)}",
            _ => $"{result} > {scalar.Literal(0)}",
        };
    }

    private string Result(ExprNode node) => _context.ResultOf(_context.Graph.ReductionsOf(node)[0]);

    /// <summary>The first bar with an element and the one behind the last, of a run.</summary>
    private (string Start, string End) Bounds(ExprNode node)
    {
        Sequence sequence = node.Sequence!;
        Presence presence = _context.Graph.PresenceOf(node.Operands[0]);
        string start = Invariant($"{-presence.Low}");
        string end = presence.High == 0 ? _context.Length(sequence) : Invariant($"{_context.Length(sequence)} - {presence.High}");
        foreach (PresenceAtom atom in presence.Atoms)
        {
            string shift = atom.Shift switch { 0 => "", > 0 => Invariant($" - {atom.Shift}"), _ => Invariant($" + {-atom.Shift}") };
            start = atom.First == 0 ? start : $"most({start}, {_context.Below(sequence, Invariant($"{atom.First}"))}{shift})";
            end = atom.Last >= BarAxis.SlotCount - 1 ? end : $"least({end}, {_context.Below(sequence, Invariant($"{atom.Last + 1}"))}{shift})";
        }

        return (Named(start), Named(end));
    }

    private string Named(string value)
    {
        if (value.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
        {
            return value;
        }

        if (!_named.TryGetValue(value, out string? name))
        {
            name = Invariant($"run{_named.Count}");
            _named.Add(value, name);
            _lines.Line($"const int {name} = {value};");
        }

        return name;
    }

    private string Declare(ExprNode node, string value)
    {
        bool isNumber = node.Kind == ValueKind.Scalar;
        string name = Invariant($"{(isNumber ? "s" : "c")}{_context.Graph.NumberOf(node)}");
        _lines.Line($"const {(isNumber ? _context.Scalar.Type : "int")} {name} = {value};");
        return name;
    }
}
