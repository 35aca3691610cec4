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
/// A part that is used twice is written twice, unless the text would grow past <see cref="MostParts"/>: then such parts are written before,
/// <c>x1 = ...;</c>, because a definition that shares its parts can be exponentially longer when written out.
/// </remarks>
internal sealed class ExpressionPrinter
{
    /// <summary>What infinity and NaN are called in text.</summary>
    internal const string Infinity = "inf";

    /// <inheritdoc cref="Infinity"/>
    internal const string NotANumber = "nan";

    private const int MostParts = 1000;
    private const int Loosest = 0;

    private readonly Dictionary<Expression, string> _names = [];
    private readonly List<(string Name, string Text)> _parts = [];
    private readonly StringBuilder _text = new();

    /// <summary>Finds the parts that expressions written side by side need.</summary>
    internal ExpressionPrinter(params ImmutableArray<Expression> together)
    {
        if (together.Sum(WrittenParts) > MostParts)
        {
            PrintShared(together);
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

    /// <summary>How many parts the text has when every use is written out.</summary>
    private static double WrittenParts(Expression expression)
    {
        var written = new Dictionary<Expression, double>();
        foreach (Expression part in expression.Parts(IsName))
        {
            written.Add(part, IsName(part) ? 1 : 1 + part.Operands.Sum(operand => written[operand]));
        }

        return written[expression];
    }

    /// <summary>True for what prints as one word.</summary>
    private static bool IsName(Expression expression) => expression == Day.Instance.Return.Expression || expression.Operands.IsEmpty;

    private void PrintShared(ImmutableArray<Expression> together)
    {
        Expression[] all = [.. together.SelectMany(expression => expression.Parts(IsName)).Distinct()];
        HashSet<Expression> shared =
        [
            .. all.Where(part => !IsName(part)).SelectMany(part => part.Operands)
                .GroupBy(part => part).Where(uses => uses.Count() > 1).Select(uses => uses.Key),
        ];
        HashSet<string> taken = [.. all.Select(part => part.Factor?.Id).OfType<string>()];
        int number = 0;
        foreach (Expression part in all.Where(part => shared.Contains(part) && !IsName(part)))
        {
            string name;
            do
            {
                name = string.Create(CultureInfo.InvariantCulture, $"x{++number}");
            }
            while (taken.Contains(name));

            _parts.Add((name, TextOf(part)));
            _names.Add(part, name);
        }
    }

    private void Print(Expression expression, int atLeast)
    {
        Throw.IfTooDeep();
        if (_names.TryGetValue(expression, out string? name))
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
