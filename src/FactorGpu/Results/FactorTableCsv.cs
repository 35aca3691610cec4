using System.Globalization;
using System.IO;
using CsvHelper;
using FactorGpu.Arrow;
using FactorGpu.Bars;

namespace FactorGpu.Results;

/// <summary>Writes factor tables as CSV.</summary>
internal static class FactorTableCsv
{
    internal static void Write(FactorTable table, Stream output)
    {
        var options = new CsvWriterOptions { NewLine = "\n", FormatProvider = CultureInfo.InvariantCulture };
        using CsvWriter writer = CsvWriter.Create(output, options, leaveOpen: true);
        writer.WriteField("code");
        writer.WriteField("date");
        foreach (string factor in table.Factors)
        {
            writer.WriteField(factor);
        }

        writer.EndRecord();
        for (int row = 0; row < table.Rows.Length; row++)
        {
            WriteRow(table, row, writer);
        }
    }

    private static void WriteRow(FactorTable table, int row, CsvWriter writer)
    {
        StockDay stockDay = table.Rows[row];
        writer.WriteField(stockDay.Code);
        writer.WriteField(stockDay.Date, "yyyy-MM-dd");
        for (int k = 0; k < table.Factors.Length; k++)
        {
            CsvNumbers.Write(writer, table.Column(k)[row]);
        }

        writer.EndRecord();
    }
}
