using CsvHelper;

namespace FactorGpu.Arrow;

/// <summary>Numbers in CSV files that are written: the shortest text that reads back to the same bits, NaN as an empty cell.</summary>
internal static class CsvNumbers
{
    internal static void Write(CsvWriter writer, double value)
    {
        if (double.IsNaN(value))
        {
            writer.WriteField("");
        }
        else
        {
            writer.WriteField(value, "R");
        }
    }
}
