using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using FactorGpu.Bars;
using FactorGpu.Errors;

namespace FactorGpu.Expressions;

/// <summary>Writes an expression as text: infix where an operator has a symbol, else <c>name(operands, attribute=value)</c>; the day's returns are <c>ret</c>.</summary>
/// <remarks>
/// Parentheses stand wherever leaving them out would group otherwise; a + (b + c) keeps them, for + is not associative on float64.
/// A part that is used twice is written twice, unless the text would grow past <see cref="MostParts"/>: then such parts become lines of their own,
/// <c>x1 = ...</c>, before the last line, because a definition that shares its parts can be exponentially longer when written out.
/// </remarks>
internal sealed class ExpressionPrinter
{
    private const int MostParts = 1000;
    private const int Loosest = 0;

    private readonly Dictionary<Expression, string> _names = [];
    private readonly StringBuilder _text = new();

    private ExpressionPrinter()
    {
    }

    internal static string Print(Expression expression)
    {
        var printer = new ExpressionPrinter();
        if (WrittenParts(expression) > MostParts)
        {
            printer.PrintShared(expression);
        }

        printer.Print(expression, Loosest);
        return printer._text.ToString();
    }

    /// <summary>A number as it stands in printed text: shortest round-trip, <c>nan</c> for NaN.</summary>
    internal static string Number(double value) => double.IsNaN(value) ? "nan" : value.ToString("R", CultureInfo.InvariantCulture);

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

    private void PrintShared(Expression expression)
    {
        HashSet<Expression> shared =
        [
            .. expression.Parts(IsName).Where(part => !IsName(part)).SelectMany(part => part.Operands)
                .GroupBy(part => part).Where(uses => uses.Count() > 1).Select(uses => uses.Key),
        ];
        foreach (Expression part in expression.Parts(IsName).Where(part => shared.Contains(part) && !IsName(part)))
        {
            string name = string.Create(CultureInfo.InvariantCulture, $"x{_names.Count + 1}");
            _text.Append(name).Append(" = ");
            Print(part, Loosest);
            _text.Append('\n');
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
            return "ret";
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
            _text.Append(expression.Operator.Symbol);
            Print(expression.Operands[0], precedence);
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
