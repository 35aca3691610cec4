using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.Linq;
using System.Text;
using FactorGpu.Bars;
using FactorGpu.Compilation;
using FactorGpu.Expressions;
using FactorGpu.Factors;

namespace FactorGpu.Cli;

/// <summary><c>factorgpu describe ID</c>: what a factor is, where it comes from, and the program that computes it.</summary>
internal static class DescribeCommand
{
    private const int LabelWidth = 14;

    internal static Command Make(ToolStreams streams)
    {
        var id = new Argument<string>("ID") { Description = "Id or alias of a factor." };
        Option<string> precision = EnumOption.Make<Precision>("--precision", "Precision that the program is compiled for.");
        var command = new Command("describe", "Describes a factor: formula, source, inputs, edge rules, program.") { id, precision };
        command.SetAction(parsed => Run(streams, parsed.GetRequiredValue(id), EnumOption.Of<Precision>(parsed, precision)));
        return command;
    }

    private static int Run(ToolStreams streams, string name, Precision precision)
    {
        FactorDefinition factor = FactorCatalogue.Get(name);
        var text = new StringBuilder($"{factor.Id}  {factor.ChineseName}\n\n");
        foreach ((string label, string value) in Lines(factor).Where(line => line.Value.Length > 0))
        {
            text.Append((label + ":").PadRight(LabelWidth)).Append(value).Append('\n');
        }

        streams.WriteResult(text.Append('\n').Append(FactorProgram.Compile([factor], new CompileOptions { Precision = precision })).ToString());
        return ExitCode.Success;
    }

    private static IEnumerable<(string Label, string Value)> Lines(FactorDefinition factor) =>
    [
        ("formula", factor.Formula),
        ("expression", factor.Expression),
        ("inputs", string.Join(", ", factor.Inputs.Select(BarFields.Name))),
        ("scope", factor.Scope == BarScope.Core ? "CORE, slots 1..237" : "ALL, slots 0..241"),
        ("observations", $"at least {factor.MinObservations} {factor.ObservationsAre}, else NaN"),
        ("edge rules", $"{factor.EdgeRule}; E0..E9 of the catalogue"),
        ("tolerance", $"|x - y| <= 1e-12 max(|x|, |y|, {Scale(factor)})"),
        ("single", Single(factor)),
        ("direction", factor.Direction switch { > 0 => "+, higher values before higher returns", < 0 => "-, higher values before lower returns", _ => "" }),
        ("category", $"{factor.Category}, section {factor.Section}{Huatai50(factor)}"),
        ("source", factor.Source),
        ("provenance", factor.Provenance.ToString().ToLowerInvariant() + (factor.Confidence.Length > 0 ? $"; confidence: {factor.Confidence}" : "")),
        ("aliases", string.Join(", ", factor.Aliases)),
        ("not equal to", string.Join(", ", factor.NearVariants)),
        ("note", factor.Note),
    ];

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
}
