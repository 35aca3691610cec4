using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text.Json;

namespace FactorGpu.Benchmarks.Report;

/// <summary>What <c>factorgpu bench --each --by-count --json</c> wrote.</summary>
/// <param name="Made">The bars, and what was measured with.</param>
/// <param name="Rows">All rows, in the order of the file.</param>
internal sealed record ToolResults(string Made, ImmutableArray<ToolRow> Rows)
{
    private const string FirstFew = "first ";

    /// <exception cref="JsonException">The text is no JSON.</exception>
    /// <exception cref="KeyNotFoundException">It is not what the tool writes.</exception>
    internal static ToolResults Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        JsonElement root = document.RootElement;
        return new ToolResults(
            $"{Text(root, "bars")}; {Text(root, "measures")}; FactorGpu {Text(root, "factorgpu")}, {Text(root, "runtime")}, {Text(root, "cpu")}",
            [.. root.GetProperty("rows").EnumerateArray().Select(Row)]);
    }

    /// <summary>The first 1, 2, 4, ... factors together.</summary>
    internal ImmutableArray<ToolRow> ByCount() => [.. Rows.Where(IsFirstFew)];

    /// <summary>Each factor by itself.</summary>
    internal ImmutableArray<ToolRow> Each() => [.. Rows.Where(row => row.Factors == 1 && !IsFirstFew(row))];

    private static bool IsFirstFew(ToolRow row) => row.Part.StartsWith(FirstFew, StringComparison.Ordinal);

    private static ToolRow Row(JsonElement row)
    {
        int threads = row.GetProperty("threads").GetInt32();
        string engine = Text(row, "engine") == "reference" ? "for-loop" : $"{Text(row, "engine")} {threads} thread{(threads == 1 ? "" : "s")}";
        return new ToolRow(Text(row, "part"), row.GetProperty("factors").GetInt32(), engine, row.GetProperty("usPerStockDay").GetDouble());
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
