using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;
using CsvHelper;
using FactorGpu.Bars;

namespace FactorGpu.Arrow;

/// <summary>Writes days in the long layout as CSV: UTF-8, lines end in LF, stamps yyyy-MM-dd HH:mm:ss, a missing value is an empty cell.</summary>
internal static class LongBarsCsv
{
    internal static void Write(ImmutableArray<DayTensor> days, Stream output, BarWriteOptions options)
    {
        ImmutableArray<BarField> fields = WrittenFields.Long(days);
        var form = new CsvWriterOptions { NewLine = "\n", FormatProvider = CultureInfo.InvariantCulture };
        using CsvWriter writer = CsvWriter.Create(output, form, leaveOpen: true);
        foreach (string name in (string[])["code", "datetime", .. fields.Select(BarFields.Name)])
        {
            writer.WriteField(name);
        }

        writer.EndRecord();
        var count = new StockDayCount(days, options.Progress);
        foreach (DayTensor day in days)
        {
            foreach (StampedDay part in FaultyDay.Parts(day.InMemory(), options.Faults))
            {
                WriteRows(part, fields, writer);
            }

            count.Add(day.Shape.S);
        }
    }

    private static void WriteRows(StampedDay part, ImmutableArray<BarField> fields, CsvWriter writer)
    {
        DayTensor day = part.Day;
        string[] stamps = [.. part.Stamps.Select(stamp => day.Date.ToDateTime(stamp).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture))];
        foreach (int cell in new LongRows(day).Cells)
        {
            writer.WriteField(day.Stocks.Codes[cell / BarAxis.SlotCount]);
            writer.WriteField(stamps[cell % BarAxis.SlotCount]);
            foreach (BarField field in fields)
            {
                CsvNumbers.Write(writer, day.Field(field)[cell]);
            }

            writer.EndRecord();
        }
    }
}
