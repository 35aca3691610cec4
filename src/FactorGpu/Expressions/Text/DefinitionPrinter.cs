using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace FactorGpu.Expressions.Text;

/// <summary>Writes a factor as text that parses back to one of the same values: <c>name = expression</c> on one line, or with settings and parts on indented lines.</summary>
internal static class DefinitionPrinter
{
    private const string LineBreak = "\n    ";

    internal static string Print(FactorDefinition factor)
    {
        Expression value = factor.Value(Day.Instance).Expression;
        Expression? observations = factor.Observations?.Invoke(Day.Instance).Expression;
        Expression? scale = factor.ToleranceScaleFactor is { Section: "" } own ? own.Value(Day.Instance).Expression : factor.ToleranceScaleFactor?.AsScalar().Expression;
        var printer = new ExpressionPrinter([value, .. new[] { observations, scale }.OfType<Expression>()]);
        string[] before =
        [
            .. Settings(factor, value.Operator == Operators.Constant),
            .. printer.Parts.Select(part => $"{part.Name} = {part.Text};"),
            .. Setting("observations", observations is null ? null : printer.TextOf(observations)),
            .. Setting("tolerance_scale", scale is null ? null : printer.TextOf(scale)),
        ];
        return $"{factor.Id} ={(before.Length == 0 ? " " : LineBreak)}{string.Join(LineBreak, before.Append(printer.TextOf(value)))}";
    }

    /// <summary>The settings that differ from what is usual and need no expression. A number that is written out is a factor only with a setting.</summary>
    private static IEnumerable<string> Settings(FactorDefinition factor, bool isConstant)
    {
        var usual = new FactorDefinition { Id = factor.Id, Value = factor.Value };
        bool hasOwnScale = factor.ToleranceScale != usual.ToleranceScale && factor.ToleranceScaleFactor is null;
        return
        [
            .. Setting("scope", factor.Scope == usual.Scope && !isConstant ? null : factor.Scope.ToString().ToLowerInvariant()),
            .. Setting("min_observations", factor.MinObservations == usual.MinObservations ? null : factor.MinObservations.ToString(CultureInfo.InvariantCulture)),
            .. Setting("tolerance_scale", hasOwnScale ? ExpressionPrinter.Number(factor.ToleranceScale) : null),
            .. Setting("needs_double", factor.NeedsDouble is null ? null : Quoted(factor.NeedsDouble)),
        ];
    }

    private static IEnumerable<string> Setting(string name, string? value) => value is null ? [] : [$"{name} = {value};"];

    private static string Quoted(string text) => $"\"{text.Replace("\\", "\\\\").Replace("\"", "\\\"").ReplaceLineEndings(" ")}\"";
}
