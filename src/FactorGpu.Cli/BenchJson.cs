using System;
using System.Collections.Immutable;

namespace FactorGpu.Cli;

/// <summary>Measured times as JSON, with what they were measured on.</summary>
internal static class BenchJson
{
    /// <param name="bars">The bars in words.</param>
    /// <param name="rows">All rows, of all parts.</param>
    internal static byte[] Make(string bars, ImmutableArray<BenchRow> rows) => JsonText.Make(json =>
    {
        json.WriteString("bars", bars);
        json.WriteString("measures", BenchCommand.Measures);
        JsonText.WriteList(json, "rows", rows.AsSpan(), row =>
        {
            json.WriteString("part", row.Part);
            json.WriteNumber("factors", row.Factors);
            json.WriteString("engine", row.Case.Engine.ToString().ToLowerInvariant());
            json.WriteString("precision", row.Case.Precision.ToString().ToLowerInvariant());
            json.WriteNumber("threads", Math.Max(row.Case.Threads, 1));
            json.WriteNumber("stockDays", row.Case.StockDays);
            json.WriteNumber("medianMs", row.MedianMs);
            json.WriteNumber("usPerStockDay", row.MicrosecondsPerStockDay);
            json.WriteStartArray("ms");
            foreach (double ms in row.ElapsedMs)
            {
                json.WriteNumberValue(ms);
            }

            json.WriteEndArray();
        });
    });
}
