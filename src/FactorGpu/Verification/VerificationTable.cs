using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Text;

namespace FactorGpu.Verification;

/// <summary>Prints a verification as a table per engine.</summary>
internal static class VerificationTable
{
    private const string Nothing = "-";
    private const string ColumnGap = "  ";

    internal static string Print(VerificationReport report)
    {
        var text = new StringBuilder($"{report.Precision.ToString().ToLowerInvariant()} precision: {report.Rule}\n");
        foreach (EngineVerification engine in report.Engines)
        {
            text.Append('\n');
            AppendTable(text, engine);
            AppendSummary(text, engine, report.StockDays);
        }

        return text.ToString();
    }

    private static void AppendTable(StringBuilder text, EngineVerification engine)
    {
        string[][] lines =
        [
            ["factor", "error/allowed", "at", "reference", engine.Engine, "NaN differs", "unwritten", "out"],
            .. engine.Factors.OrderByDescending(factor => factor.WorstError).ThenByDescending(factor => factor.OutCount).Select(Cells),
        ];
        int[] widths = [.. Enumerable.Range(0, lines[0].Length).Select(column => lines.Max(line => line[column].Length))];
        foreach (string[] line in lines)
        {
            text.Append(string.Join(ColumnGap, line.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd()).Append('\n');
        }
    }

    private static string[] Cells(FactorVerification factor) =>
    [
        factor.Factor,
        factor.WorstError.ToString("G3", CultureInfo.InvariantCulture),
        factor.WorstAt is { } at ? string.Create(CultureInfo.InvariantCulture, $"{at.Code} {at.Date:yyyy-MM-dd}") : Nothing,
        factor.WorstAt is null ? Nothing : Number(factor.Reference),
        factor.WorstAt is null ? Nothing : factor.Value is { } value ? Number(value) : "unwritten",
        Number(factor.NaNDisagreements),
        Number(factor.Unwritten),
        Number(factor.OutCount),
    ];

    private static void AppendSummary(StringBuilder text, EngineVerification engine, long stockDays)
    {
        ImmutableArray<FactorVerification> areOut = [.. engine.Factors.Where(factor => factor.IsOut)];
        text.Append(CultureInfo.InvariantCulture, $"{engine.Engine}: {engine.Factors.Length} factors, {stockDays} stock-days: {areOut.Length} out");
        text.Append(areOut.IsEmpty ? "" : ": ").AppendJoin(", ", areOut.Select(factor => factor.Factor)).Append('\n');
    }

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
