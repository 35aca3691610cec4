using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Bars;
using FactorGpu.Errors;

namespace FactorGpu.Arrow;

/// <summary>Numbers the stock-days of all files of a call, by date and then code (ordinal).</summary>
/// <remarks>A stock is in a day when any row inside of the day names it on that date, padding rows included.</remarks>
internal sealed class StockDayIndex
{
    private readonly ImmutableArray<int[]> _numbers;

    /// <exception cref="BarFormatException">There are more stock-days than one call can hold.</exception>
    internal StockDayIndex(ImmutableArray<PlacedBars> files)
    {
        ImmutableArray<string> codes = [.. files.SelectMany(file => file.Bars.Codes).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        ImmutableArray<long[]> keys = Keys(files, codes);
        long[] all = [.. keys.SelectMany(key => key).Distinct().Order()];
        int most = Array.MaxLength / BarAxis.SlotCount;
        if (all.Length > most)
        {
            Throw.TooManyStockDays(all.Length, most);
        }

        _numbers = [.. keys.Select(keysOfFile => Array.ConvertAll(keysOfFile, key => Array.BinarySearch(all, key)))];
        Count = all.Length;
        Days = DaysOf(all, codes);
    }

    /// <summary>Number of stock-days.</summary>
    internal int Count { get; }

    /// <summary>The days by date, each with its stocks and the number of its first stock-day; the others follow.</summary>
    internal ImmutableArray<(int Day, StockList Stocks, int First)> Days { get; }

    /// <summary>The number of each stock-day of a file.</summary>
    internal ReadOnlySpan<int> Of(int file) => _numbers[file];

    /// <summary>Day and rank of the code, as numbers that sort by the one and then the other.</summary>
    private static ImmutableArray<long[]> Keys(ImmutableArray<PlacedBars> files, ImmutableArray<string> codes)
    {
        var ranks = new Dictionary<string, int>(codes.Length, StringComparer.Ordinal);
        foreach (string code in codes)
        {
            ranks.Add(code, ranks.Count);
        }

        var keys = ImmutableArray.CreateBuilder<long[]>(files.Length);
        foreach (PlacedBars file in files)
        {
            int[] rankOfCode = [.. file.Bars.Codes.Select(code => ranks[code])];
            keys.Add([.. file.StockDays.Select(stockDay => ((long)stockDay.Day << 32) | (uint)rankOfCode[stockDay.CodeId])]);
        }

        return keys.MoveToImmutable();
    }

    private static ImmutableArray<(int Day, StockList Stocks, int First)> DaysOf(long[] keys, ImmutableArray<string> codes)
    {
        var days = ImmutableArray.CreateBuilder<(int Day, StockList Stocks, int First)>();
        for (int first = 0; first < keys.Length;)
        {
            int day = (int)(keys[first] >> 32);
            int end = first;
            while (end < keys.Length && (int)(keys[end] >> 32) == day)
            {
                end++;
            }

            days.Add((day, new StockList([.. keys[first..end].Select(key => codes[(int)(uint)key])]), first));
            first = end;
        }

        return days.ToImmutable();
    }
}
