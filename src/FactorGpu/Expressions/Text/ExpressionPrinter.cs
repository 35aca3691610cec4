using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Text;
using FactorGpu.Bars;
using FactorGpu.Errors;

namespace FactorGpu.Expressions.Text;

/// <summary>Writes expressions as text that parses back to them: infix where an operator has a symbol, else <c>name(operands, attribute=value)</c>; the day's returns are <c>ret</c>.</summary>
/// <remarks>
/// Parentheses stand wherever leaving them out would group otherwise; a + (b + c) keeps them, for + is not associative on float64. <c>-2</c> is a number, <c>-(2)</c> is 2 negated.
/// What is used twice is written twice, unless the text would grow past <see cref="MostParts"/>: then what stands in it more than once, and is not short, is written before,
/// <c>x1 = ...;</c>. Without that a definition that shares its parts can be exponentially longer as text.
/// </remarks>
internal sealed class ExpressionPrinter
{
    /// <summary>What infinity and NaN are called in text.</summary>
    internal const string Infinity = "inf";

    /// <inheritdoc cref="Infinity"/>
    internal const string NotANumber = "nan";

    private const int MostParts = 60;
    private const int LeastShared = 5;
    private const int Loosest = 0;

    /// <summary>Parts by what they say: the number of the first that says it. Two that say the same are one node of a graph.</summary>
    private readonly Dictionary<string, int> _numbers = [];

    /// <summary>Of each part, the number of what it says.</summary>
    private readonly Dictionary<Expression, int> _saying = [];
    private readonly Dictionary<int, string> _names = [];
    private readonly List<(string Name, string Text)> _parts = [];
    private readonly StringBuilder _text = new();

    /// <summary>Finds the parts that expressions written side by side need.</summary>
    internal ExpressionPrinter(params ImmutableArray<Expression> together)
    {
        Expression[] all = [.. together.SelectMany(expression => expression.Parts(IsName)).Distinct()];
        var written = new Dictionary<Expression, double>();
        foreach (Expression part in all)
        {
            written.Add(part, IsName(part) ? 1 : 1 + part.Operands.Sum(operand => written[operand]));
            string saying = SayingOf(part);
            _numbers.TryAdd(saying, _numbers.Count);
            _saying.Add(part, _numbers[saying]);
        }

        if (together.Sum(expression => written[expression]) > MostParts)
        {
            PrintShared(all, [.. all.Where(part => written[part] >= LeastShared)]);
        }
    }

    /// <summary>The parts, each after those that it needs.</summary>
    internal IEnumerable<(string Name, string Text)> Parts => _parts;

    /// <summary>One expression, with its parts on lines before it.</summary>
    internal static string Print(Expression expression)
    {
        var printer = new ExpressionPrinter(expression);
        return string.Concat(printer.Parts.Select(part => $"{part.Name} = {part.Text};\n")) + printer.TextOf(expression);
    }

    /// <summary>A number as it stands in printed text: shortest round-trip.</summary>
    internal static string Number(double value)
        => double.IsNaN(value) ? NotANumber
            : double.IsInfinity(value) ? (value < 0 ? "-" : "") + Infinity
            : value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>An expression in which the parts stand by their names.</summary>
    internal string TextOf(Expression expression)
    {
        _text.Clear();
        Print(expression, Loosest);
        return _text.ToString();
    }

    /// <summary>True for what prints as one word.</summary>
    private static bool IsName(Expression expression) => expression == Day.Instance.Return.Expression || expression.Operands.IsEmpty;

    /// <summary>A key that is the same for two parts when they are the same operator over operands that say the same.</summary>
    private string SayingOf(Expression part)
        => IsName(part) ? Word(part)
            : string.Create(CultureInfo.InvariantCulture, $"{part.Operator.Name} {string.Join(' ', part.Operands.Select(operand => _saying[operand]))} {string.Join(' ', part.Attributes)}");

    private void PrintShared(Expression[] all, HashSet<Expression> worthAName)
    {
        Dictionary<int, int> uses = all.DistinctBy(part => _saying[part]).Where(part => !IsName(part)).SelectMany(part => part.Operands).CountBy(operand => _saying[operand]).ToDictionary();
        HashSet<string> taken = [.. all.Select(part => part.Factor?.Id).OfType<string>()];
        int number = 0;
        foreach (Expression part in all.DistinctBy(part => _saying[part]).Where(part => worthAName.Contains(part) && uses.GetValueOrDefault(_saying[part]) > 1))
        {
            string name;
            do
            {
                name = string.Create(CultureInfo.InvariantCulture, $"x{++number}");
            }
            while (taken.Contains(name));

            _parts.Add((name, TextOf(part)));
            _names.Add(_saying[part], name);
        }
    }

    private void Print(Expression expression, int atLeast)
    {
        Throw.IfTooDeep();
        if (_names.TryGetValue(_saying[expression], out string? name))
        {
            _text.Append(name);
        }
        else if (IsName(expression))
        {
            _text.Append(Word(expression));
        }
        else if (expression.Operator.Symbol is not null)
        {
            PrintInfix(expression, atLeast);
        }
        else
        {
            PrintCall(expression);
        }
    }

    private static string Word(Expression expression)
    {
        if (expression == Day.Instance.Return.Expression)
        {
            return Words.Return;
        }

        if (expression.Operator == Operators.Constant)
        {
            return Number(expression.Constant);
        }

        return expression.Factor?.Id ?? (expression.Operator.ReadsField ? BarFields.Name(expression.Field) : expression.Operator.Name);
    }

    private void PrintInfix(Expression expression, int atLeast)
    {
        int precedence = expression.Operator.Precedence;
        bool isGrouped = precedence < atLeast;
        _text.Append(isGrouped ? "(" : "");
        if (expression.Operands.Length == 1)
        {
            bool isNumber = expression.Operands[0].Operator == Operators.Constant;
            _text.Append(expression.Operator.Symbol).Append(isNumber ? "(" : "");
            Print(expression.Operands[0], precedence);
            _text.Append(isNumber ? ")" : "");
        }
        else
        {
            Print(expression.Operands[0], precedence);
            _text.Append(' ').Append(expression.Operator.Symbol).Append(' ');
            Print(expression.Operands[1], precedence + 1);
        }

        _text.Append(isGrouped ? ")" : "");
    }

    private void PrintCall(Expression expression)
    {
        _text.Append(expression.Operator.Name).Append('(');
        for (int i = 0; i < expression.Operands.Length; i++)
        {
            _text.Append(i == 0 ? "" : ", ");
            Print(expression.Operands[i], Loosest);
        }

        foreach ((string name, int value) in expression.Operator.Attributes.Zip(expression.Attributes))
        {
            _text.Append(CultureInfo.InvariantCulture, $", {name}={value}");
        }

        _text.Append(')');
    }
}
