using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Bars;
using FactorGpu.Engines.Gpu.Plans;
using FactorGpu.Errors;
using FactorGpu.Expressions;
using static FactorGpu.Engines.Gpu.Text.KernelContext;

namespace FactorGpu.Engines.Gpu.Text;

/// <summary>Writes the values of series at one bar, and at bars some places from it, as constants of C; each once.</summary>
/// <remarks>
/// A value may be asked for where it is absent; it then is some number that nobody uses. What is read for it lies inside its array, for places are kept within 0..255,
/// and the slots of bars that do not exist are 0.
/// </remarks>
internal sealed class BarText
{
    private readonly KernelContext _context;
    private readonly KernelWriter _lines;
    private readonly ScalarText _scalars;
    private readonly string _index;
    private readonly string _end;
    private readonly ImmutableArray<ExprNode> _unstored;
    private readonly Dictionary<(ExprNode Node, int Shift), string> _values = [];
    private readonly Dictionary<string, string> _named = new(StringComparer.Ordinal);

    /// <summary>Values at the bar with a certain index.</summary>
    /// <param name="context">The kernel.</param>
    /// <param name="lines">Where they are written.</param>
    /// <param name="scalars">Gives the scalars that they need, written before.</param>
    /// <param name="index">The index in C.</param>
    /// <param name="end">End of the names, which tells this bar's from those of others in sight.</param>
    /// <param name="unstored">Stored series that are evaluated nevertheless, for they are about to be stored.</param>
    internal BarText(KernelContext context, KernelWriter lines, ScalarText scalars, string index, string end, ImmutableArray<ExprNode> unstored)
    {
        _context = context;
        _lines = lines;
        _scalars = scalars;
        _index = index;
        _end = end;
        _unstored = unstored;
    }

    /// <summary>How the value of each operator over bars is written that is not elementwise, by the operator's name.</summary>
    internal static FrozenDictionary<string, Func<BarText, ExprNode, int, string>> Table { get; } =
        new Dictionary<OperatorDescriptor, Func<BarText, ExprNode, int, string>>
        {
            [Operators.Field] = (text, node, shift) => text.Field(node, shift),
            [Operators.Ticks] = (text, node, shift) => text.Field(node, shift),
            [Operators.Slot] = (text, node, shift) => text.Declare(node, shift, $"({text._context.Element.Type}){text.Slot(node.Sequence!, shift)}"),
            [Operators.BarIndex] = (text, node, shift) => text.Declare(node, shift, Invariant($"({text._context.Element.Type})({text._index} + ({shift}))")),
            [Operators.Lag] = (text, node, shift) => text.Value(node.Operands[0], Presence.Moved(shift, -node.Attributes[0])),
            [Operators.Lead] = (text, node, shift) => text.Value(node.Operands[0], Presence.Moved(shift, node.Attributes[0])),
            [Operators.Cummax] = (text, node, shift) => text.Stored(node, shift),
            [Operators.RollingSum] = (text, node, shift) => text.Stored(node, shift),
            [Operators.RollingCov] = (text, node, shift) => text.Stored(node, shift),
            [Operators.CumsumBy] = (text, node, shift) => text.Stored(node, shift),
            [Operators.GroupSum] = (text, node, shift) => text.Stored(node, shift),
            [Operators.Where] = (text, node, shift) => text.Value(node.Operands[0], shift),
            [Operators.Between] = (text, node, shift) => text.Value(node.Operands[0], shift),
            [Operators.Present] = (text, node, shift) => text.IsPresent(node.Operands[0], shift) ?? "1",
            [Operators.TopFraction] = (text, node, shift) => text.Declare(node, shift, text.Mark(node, shift)),
            [Operators.TopCount] = (text, node, shift) => text.Declare(node, shift, text.Mark(node, shift)),
            [Operators.Rank] = (text, node, shift) => text.Ranked(node, shift),
        }.ToFrozenDictionary(row => row.Key.Name, row => row.Value, StringComparer.Ordinal);

    /// <summary>The value of a series, some bars away.</summary>
    internal string Value(ExprNode node, int shift = 0)
    {
        Throw.IfTooDeep();
        if (!_values.TryGetValue((node, shift), out string? name))
        {
            name = _context.IsStored(node) && !_unstored.Contains(node) ? Stored(node, shift)
                : Table.TryGetValue(node.Operator.Name, out Func<BarText, ExprNode, int, string>? write) ? write(this, node, shift)
                : Elementwise(node, shift);
            _values.Add((node, shift), name);
        }

        return name;
    }

    /// <summary>Whether elements with some presence are there; null for always.</summary>
    internal string? IsPresent(ExprNode series, int shift = 0) => Holds(_context.Graph.PresenceOf(series).At(shift), series.Sequence!);

    /// <summary>Whether elements of several series are all there; null for always.</summary>
    internal string? AllPresent(IEnumerable<ExprNode> series)
    {
        string[] tests = [.. series.Select(x => IsPresent(x)).OfType<string>().Distinct()];
        return tests.Length == 0 ? null : string.Join(" && ", tests);
    }

    /// <summary>Whether what a presence asks for holds at the bar; null for always.</summary>
    internal string? Holds(Presence presence, Sequence sequence)
    {
        var tests = new List<string>();
        if (presence.Low < 0)
        {
            tests.Add(Invariant($"{_index} >= {-presence.Low}"));
        }

        if (presence.High > 0)
        {
            tests.Add(Invariant($"{_index} < {_context.Length(sequence)} - {presence.High}"));
        }

        foreach (PresenceAtom atom in presence.Atoms)
        {
            tests.AddRange(atom.Condition is null ? SlotTests(atom, sequence) : [Holds(atom.Condition, atom.Shift)]);
        }

        return tests.Count switch
        {
            0 => null,
            1 when IsName(tests[0]) => tests[0],
            _ => Named(Invariant($"p{_named.Count}{_end}"), string.Join(" && ", tests)),
        };
    }

    private IEnumerable<string> SlotTests(PresenceAtom atom, Sequence sequence)
    {
        string slot = Slot(sequence, atom.Shift);
        if (atom.First > 0)
        {
            yield return Invariant($"{slot} >= {atom.First}");
        }

        if (atom.Last < BarAxis.SlotCount - 1)
        {
            yield return Invariant($"{slot} <= {atom.Last}");
        }
    }

    private string Field(ExprNode node, int shift)
        => Declare(node, shift, $"{BarFields.Name(node.Field)}[{Slot(node.Sequence!, shift)}]");

    private string Stored(ExprNode node, int shift) => Declare(node, shift, $"{_context.Array(node)}[{Place(shift)}]");

    /// <summary>Whether a condition is true, or a series that is computed for all bars is present.</summary>
    private string Holds(ExprNode node, int shift)
        => node.Kind == ValueKind.SeriesCondition ? Value(node, shift)
            : Named(Invariant($"there{_context.Graph.NumberOf(node)}{_end}{End(shift)}"), Mark(node, shift));

    private string Mark(ExprNode node, int shift) => $"{_context.Marks(node)}[{Place(shift)}] != 0";

    /// <summary>A rank; 0 stands for NaN.</summary>
    private string Ranked(ExprNode node, int shift)
    {
        string mark = $"{_context.Marks(node)}[{Place(shift)}]";
        return Declare(node, shift, $"{mark} == 0 ? {_context.Element.NaN} : ({_context.Element.Type}){mark}");
    }

    private string Elementwise(ExprNode node, int shift)
    {
        string[] operands = [.. node.Operands.Select(operand => operand.IsSeries ? Value(operand, shift) : _scalars.AsElement(operand))];
        return Declare(node, shift, ElementwiseText.Table[node.Operator.Name](_context.Element, operands));
    }

    private string Declare(ExprNode node, int shift, string value)
    {
        bool isNumber = node.Kind == ValueKind.Series;
        string name = Invariant($"{(isNumber ? "v" : "c")}{_context.Graph.NumberOf(node)}{_end}{End(shift)}");
        _lines.Line($"const {(isNumber ? _context.Element.Type : "int")} {name} = {value};");
        return name;
    }

    private string Slot(Sequence sequence, int shift)
        => Named($"t{_end}{End(shift)}", $"{_context.Slots(sequence)}[{Place(shift)}]");

    /// <summary>A place in an array of a sequence's bars.</summary>
    private string Place(int shift) => shift switch
    {
        0 => _index,
        < 0 => Invariant($"inside({_index} - {-shift})"),
        _ => Invariant($"inside({_index} + {shift})"),
    };

    /// <summary>The name of a value that has no node; equal ones share it.</summary>
    private string Named(string name, string value)
    {
        if (_named.TryAdd(value, name))
        {
            _lines.Line($"const int {name} = {value};");
        }

        return _named[value];
    }

    private static bool IsName(string text) => text.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');

    private static string End(int shift) => shift == 0 ? "" : Invariant($"_{(shift < 0 ? 'm' : 'p')}{Math.Abs(shift)}");
}
