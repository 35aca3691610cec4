using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Text;
using FactorGpu.Bars;

namespace FactorGpu.Tests.Bars;

/// <summary>Writes day tensors as the long text of data/sample.csv: one row a stock and minute that has any value of its own.</summary>
internal static class SampleCsv
{
    private static readonly ImmutableArray<BarField> s_minuteFields = [.. BarFields.All.Where(f => !BarFields.IsDayValue(f))];

    /// <summary>Header and rows, by date, code in ordinal order, slot. Numbers are shortest round-trip, NaN is an empty cell, lines end in a line feed.</summary>
    internal static string Write(IEnumerable<DayTensor> days)
    {
        var text = new StringBuilder();
        text.Append("code,datetime,").AppendJoin(',', BarFields.All.Select(BarFields.Name)).Append('\n');
        foreach (DayTensor day in days)
        {
            foreach (string code in day.Stocks.Codes.Order(StringComparer.Ordinal))
            {
                WriteStock(text, day, code);
            }
        }

        return text.ToString();
    }

    private static void WriteStock(StringBuilder text, DayTensor day, string code)
    {
        int s = day.Stocks.IndexOf(code);
        for (int t = 0; t < BarAxis.SlotCount; t++)
        {
            if (s_minuteFields.All(f => double.IsNaN(day.Row(f, s)[t])))
            {
                continue;
            }

            DateTime stamp = day.Date.ToDateTime(BarAxis.StartOf(t));
            text.Append(code).Append(',').Append(stamp.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
            foreach (BarField field in BarFields.All)
            {
                double x = day.Row(field, s)[t];
                text.Append(',').Append(double.IsNaN(x) ? "" : x.ToString("R", CultureInfo.InvariantCulture));
            }

            text.Append('\n');
        }
    }
}
