using System.Linq;
using FactorGpu.Bars;
using FactorGpu.Compilation;

namespace FactorGpu.Benchmarks.Suite;

/// <summary>What one call of a benchmark works through.</summary>
/// <param name="StockDays">Stock-days.</param>
/// <param name="Bytes">Bytes that it cannot do without, each once.</param>
internal readonly record struct Work(long StockDays, long Bytes)
{
    private const int ValueBytes = sizeof(double);
    private const int BitmapBytes = SlotMask.WordCount * sizeof(ulong);

    /// <summary>Bytes of the tensor of one stock-day, all 11 fields.</summary>
    internal static int TensorBytes => BarFields.Count * BarAxis.SlotCount * ValueBytes;

    /// <summary>Computing a program: the fields it names and the validity bitmaps of its sequences (design 4).</summary>
    internal static Work OfProgram(FactorProgram program, long stockDays) => new(stockDays, stockDays * BytesRead(program));

    /// <summary>A table of factors.</summary>
    internal static Work OfTable(int factors, long stockDays) => new(stockDays, stockDays * factors * ValueBytes);

    /// <summary>The validity bitmaps of a program's sequences, for one stock-day.</summary>
    internal static int BitmapBytesOf(FactorProgram program)
    {
        BarRequirements all = program.Sequences.Aggregate(BarRequirements.None, (joined, sequence) => joined | sequence.Requirements);
        return (1 + (all.HasFlag(BarRequirements.NumTrades) ? 1 : 0) + (all.HasFlag(BarRequirements.Vwap) ? 1 : 0)) * BitmapBytes;
    }

    private static int BytesRead(FactorProgram program)
    {
        int values = program.Fields.Sum(field => BarFields.IsDayValue(field) ? 1 : BarAxis.SlotCount);
        return (values * ValueBytes) + BitmapBytesOf(program);
    }
}
