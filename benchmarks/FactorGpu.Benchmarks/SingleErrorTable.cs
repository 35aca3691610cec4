using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace FactorGpu.Benchmarks;

/// <summary>Puts together what <c>factorgpu verify --precision single --json</c> has found on several inputs: the data file of the catalogue, and a table on standard output.</summary>
internal static class SingleErrorTable
{
    /// <param name="file">CSV to write: the largest error of each factor computed in single precision.</param>
    /// <param name="certificates">What <c>verify</c> wrote.</param>
    internal static void Run(string file, IEnumerable<string> certificates)
    {
        Row[] rows = [.. certificates.SelectMany(Rows)];
        Row[] largest = [.. rows.Where(row => row.Precision == "single").GroupBy(row => row.Factor).Select(Largest)];
        File.WriteAllText(file, string.Concat(largest.Select(row => Text($"{row.Factor},{Rounded(row.Error)}\n")).Prepend("factor,largest_error\n")));
        Console.Write("| factor | largest error, of the bound | at | reference | single | NaN differs | out |\n|---|---|---|---|---|---|---|\n");
        foreach (Row row in largest.OrderByDescending(row => row.Error))
        {
            Console.Write(Text($"| `{row.Factor}` | {Rounded(row.Error)} | {row.At} | {row.Reference} | {row.Value} | {row.NaNs} | {row.Out} |\n"));
        }

        string[] inDouble = [.. rows.Where(row => row.Precision == "double").Select(row => row.Factor).Distinct()];
        Console.Write(Text($"\n{largest.Length} factors in single precision, {inDouble.Length} in double{(inDouble.Length == 0 ? "" : ": ")}{string.Join(", ", inDouble)}.\n"));
    }

    /// <summary>The place of the largest error, with the counts of all inputs.</summary>
    private static Row Largest(IGrouping<string, Row> rows)
        => rows.MaxBy(row => row.Error)! with { NaNs = rows.Sum(row => row.NaNs), Out = rows.Sum(row => row.Out) };

    private static IEnumerable<Row> Rows(string certificate)
    {
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(certificate));
        return
        [
            .. from engine in json.RootElement.GetProperty("engines").EnumerateArray()
               from factor in engine.GetProperty("factors").EnumerateArray()
               select new Row(
                   factor.GetProperty("factor").GetString()!,
                   factor.GetProperty("precision").GetString()!,
                   Number(factor.GetProperty("worstError")),
                   factor.TryGetProperty("code", out JsonElement code) ? $"{code.GetString()} {factor.GetProperty("date").GetString()}" : "",
                   factor.TryGetProperty("reference", out JsonElement reference) ? reference.ToString() : "",
                   factor.TryGetProperty("value", out JsonElement value) ? value.ToString() : "",
                   factor.GetProperty("nanDisagreements").GetInt64(),
                   factor.GetProperty("out").GetInt64()),
        ];
    }

    private static double Number(JsonElement value)
        => value.ValueKind == JsonValueKind.Number ? value.GetDouble() : double.Parse(value.GetString()!, CultureInfo.InvariantCulture);

    private static string Rounded(double error) => error.ToString("G2", CultureInfo.InvariantCulture);

    private static string Text(FormattableString text) => FormattableString.Invariant(text);

    private sealed record Row(string Factor, string Precision, double Error, string At, string Reference, string Value, long NaNs, long Out);
}
