using System;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using FactorGpu.Bars;

namespace FactorGpu.Benchmarks.Yardstick;

/// <summary>The day of <c>make_day.py</c>, in as many copies as the C++ program has of it, used by turns so that a day comes from memory.</summary>
internal sealed class YardstickDays
{
    internal const int Copies = 6;

    private readonly ImmutableArray<DayTensor> _days;

    /// <param name="path">day_f64.bin, [S, F, T] of float64.</param>
    /// <exception cref="InvalidDataException">The file holds no whole number of stock-days.</exception>
    internal YardstickDays(string path)
    {
        byte[] file = File.ReadAllBytes(path);
        int stockBytes = BarFields.Count * BarAxis.SlotCount * sizeof(double);
        if (file.Length == 0 || file.Length % stockBytes != 0)
        {
            throw new InvalidDataException($"{path} has {file.Length} bytes; a stock-day has {stockBytes}, and the file whole ones. Make it with make_day.py.");
        }

        double[] values = ByField(MemoryMarshal.Cast<byte, double>(file), file.Length / stockBytes);
        var stocks = new StockList([.. Enumerable.Range(1, file.Length / stockBytes).Select(number => string.Create(CultureInfo.InvariantCulture, $"{number:D6}.SZ"))]);
        _days = [.. Enumerable.Range(0, Copies).Select(_ => new DayTensor(new DateOnly(2024, 1, 5), stocks, (double[])values.Clone(), AuctionBars.Open | AuctionBars.Close))];
    }

    /// <summary>S.</summary>
    internal int Stocks => _days[0].Shape.S;

    /// <summary>The copy whose turn it is.</summary>
    internal DayTensor this[int turn] => _days[turn % Copies];

    /// <summary>[S, F, T] as [F, S, T].</summary>
    private static double[] ByField(ReadOnlySpan<double> values, int S)
    {
        double[] tensor = new double[values.Length];
        for (int s = 0; s < S; s++)
        {
            for (int f = 0; f < BarFields.Count; f++)
            {
                values.Slice(((s * BarFields.Count) + f) * BarAxis.SlotCount, BarAxis.SlotCount).CopyTo(tensor.AsSpan(((f * S) + s) * BarAxis.SlotCount));
            }
        }

        return tensor;
    }
}
