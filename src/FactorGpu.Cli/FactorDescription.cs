using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using FactorGpu.Bars;
using FactorGpu.Compilation;
using FactorGpu.Expressions;
using FactorGpu.Factors;

namespace FactorGpu.Cli;

/// <summary>What is told of a factor, for a terminal and for a page.</summary>
internal static partial class FactorDescription
{
    private const int LabelWidth = 14;
    private const string Formula = "formula";

    /// <summary>The lines, the definition, and the program that it is compiled to.</summary>
    internal static string ForTerminal(FactorDefinition factor, Precision precision)
    {
        var text = new StringBuilder($"{factor.Id}  {factor.ChineseName}".TrimEnd()).Append("\n\n");
        foreach ((string label, string value) in Lines(factor))
        {
            text.Append((label + ":").PadRight(LabelWidth)).Append(value).Append('\n');
        }

        return text.Append('\n').Append(factor.ToText()).Append("\n\n").Append(FactorProgram.Compile([factor], new CompileOptions { Precision = precision })).ToString();
    }

    /// <summary>A heading, a table of the lines, and the definition.</summary>
    internal static string ForPage(FactorDefinition factor)
    {
        var text = new StringBuilder($"## {factor.Id}\n\n| | {Plain(factor.ChineseName)} |\n|---|---|\n");
        foreach ((string label, string value) in Lines(factor))
        {
            text.Append(CultureInfo.InvariantCulture, $"| {label} | {(label == Formula ? Code(value) : Plain(value))} |\n");
        }

        return text.Append(CultureInfo.InvariantCulture, $"\n```text\n{factor.ToText()}\n```\n").ToString();
    }

    /// <summary>The page of a set.</summary>
    internal static string PageOf(FactorSet set)
        => string.Create(CultureInfo.InvariantCulture, $"# {set.Name}\n\n{char.ToUpperInvariant(set.Summary[0])}{set.Summary[1..]}; {set.Factors.Length} factors. ")
            + "Of each: what is known of it, and its definition as text, from which all engines compute it.\n\n" + string.Join('\n', set.Factors.Select(ForPage));

    private static IEnumerable<(string Label, string Value)> Lines(FactorDefinition factor) => new (string Label, string Value)[]
    {
        (Formula, factor.Formula),
        ("inputs", string.Join(", ", factor.Inputs.Select(BarFields.Name))),
        ("scope", factor.Scope == BarScope.Core ? "CORE, slots 1..237" : "ALL, slots 0..241"),
        ("observations", $"at least {factor.MinObservations} {factor.ObservationsAre}, else NaN"),
        ("edge rules", $"{factor.EdgeRule}; E0..E9 of the catalogue"),
        ("tolerance", $"|x - y| <= 1e-12 max(|x|, |y|, {Scale(factor)}) on every engine"),
        ("single", Single(factor)),
        ("direction", factor.Direction switch { > 0 => "+, higher values before higher returns", < 0 => "-, higher values before lower returns", _ => "" }),
        ("category", factor.Section.Length == 0 ? "" : $"{factor.Category}, section {factor.Section}{Huatai50(factor)}"),
        ("source", factor.Source),
        ("provenance", factor.Provenance.ToString().ToLowerInvariant() + (factor.Confidence.Length > 0 ? $"; confidence: {factor.Confidence}" : "")),
        ("aliases", string.Join(", ", factor.Aliases)),
        ("not equal to", string.Join(", ", factor.NearVariants)),
        ("note", factor.Note),
    }.Where(line => line.Value.Length > 0);

    /// <summary>S: a number, or an expression over the same stock-day.</summary>
    private static string Scale(FactorDefinition factor) => factor.ToleranceScaleFactor switch
    {
        null => factor.ToleranceScale.ToString(CultureInfo.InvariantCulture),
        { Section: "" } scale => scale.Expression,
        { } scale => scale.Id,
    };

    private static string Single(FactorDefinition factor)
        => factor.NeedsDouble is { } reason ? $"computed in double precision: {reason}"
            : "|x - y| <= 1e-4 max(|y|, IQR of the day)"
                + (FactorCatalogue.SingleErrorOf(factor) is { } error ? $"; largest measured error {error.ToString(CultureInfo.InvariantCulture)} of it" : "");

    private static string Huatai50(FactorDefinition factor) => factor.Huatai50 switch
    {
        Huatai50Place.NameFound => ", Huatai-50 (name seen in text about the report)",
        Huatai50Place.Filled => ", Huatai-50 (filled in by the catalogue)",
        _ => "",
    };

    private static string Code(string text) => $"`{text.Replace("|", "\\|")}`";

    private static string Plain(string text) => Marks().Replace(text, @"\$0");

    /// <summary>What Markdown would take for its own.</summary>
    [GeneratedRegex(@"[\\`*_<|\[]")]
    private static partial Regex Marks();
}
