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
    internal static void Write(ImmutableArray<DayTensor> days, Stream output, BarFaults faults)
    {
        ImmutableArray<BarField> fields = WrittenFields.Long(days);
        var options = new CsvWriterOptions { NewLine = "\n", FormatProvider = CultureInfo.InvariantCulture };
        using CsvWriter writer = CsvWriter.Create(output, options, leaveOpen: true);
        foreach (string name in (string[])["code", "datetime", .. fields.Select(BarFields.Name)])
        {
            writer.WriteField(name);
        }

        writer.EndRecord();
        foreach (StampedDay part in days.SelectMany(day => FaultyDay.Parts(day, faults)))
        {
            WriteDay(part, fields, writer);
        }
    }

    private static void WriteDay(StampedDay part, ImmutableArray<BarField> fields, CsvWriter writer)
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
