using System.Globalization;
using System.Linq;
using System.Text;
using FactorGpu.Bars;
using FactorGpu.Errors;

namespace FactorGpu.Expressions;

/// <summary>Writes an expression as text: infix where an operator has a symbol, else <c>name(operands, attribute=value)</c>; the day's returns are <c>ret</c>.</summary>
/// <remarks>Parentheses stand wherever leaving them out would group otherwise; a + (b + c) keeps them, for + is not associative on float64.</remarks>
internal static class ExpressionPrinter
{
    private const int Loosest = 0;

    internal static string Print(Expression expression)
    {
        var text = new StringBuilder();
        Print(expression, Loosest, text);
        return text.ToString();
    }

    /// <summary>A number as it stands in printed text: shortest round-trip, <c>nan</c> for NaN.</summary>
    internal static string Number(double value) => double.IsNaN(value) ? "nan" : value.ToString("R", CultureInfo.InvariantCulture);

    private static void Print(Expression expression, int atLeast, StringBuilder text)
    {
        Throw.IfTooDeep();
        if (expression == Day.Instance.Return.Expression)
        {
            text.Append("ret");
        }
        else if (expression.Operator.Symbol is not null)
        {
            PrintInfix(expression, atLeast, text);
        }
        else if (expression.Operator.Kind == OperatorKind.Source || expression.Factor is not null)
        {
            text.Append(SourceName(expression));
        }
        else
        {
            PrintCall(expression, text);
        }
    }

    private static string SourceName(Expression expression)
        => expression.Factor?.Id
            ?? (expression.Operator == Operators.Constant ? Number(expression.Constant) : BarFields.Name(expression.Field));

    private static void PrintInfix(Expression expression, int atLeast, StringBuilder text)
    {
        int precedence = expression.Operator.Precedence;
        bool isGrouped = precedence < atLeast;
        text.Append(isGrouped ? "(" : "");
        if (expression.Operands.Length == 1)
        {
            text.Append(expression.Operator.Symbol);
            Print(expression.Operands[0], precedence, text);
        }
        else
        {
            Print(expression.Operands[0], precedence, text);
            text.Append(' ').Append(expression.Operator.Symbol).Append(' ');
            Print(expression.Operands[1], precedence + 1, text);
        }

        text.Append(isGrouped ? ")" : "");
    }

    private static void PrintCall(Expression expression, StringBuilder text)
    {
        text.Append(expression.Operator.Name).Append('(');
        for (int i = 0; i < expression.Operands.Length; i++)
        {
            text.Append(i == 0 ? "" : ", ");
            Print(expression.Operands[i], Loosest, text);
        }

        foreach ((string name, int value) in expression.Operator.Attributes.Zip(expression.Attributes))
        {
            text.Append(CultureInfo.InvariantCulture, $", {name}={value}");
        }

        text.Append(')');
    }
}
