using System;
using System.Collections.Generic;
using System.Linq;
using FactorGpu.Bars;
using Xunit;

namespace FactorGpu.Tests.Bars;

public sealed class StoredNumbersTests
{
    [Fact]
    public void Rows_OfStoredNumbers_AreReadIntoTheBuffer_PieceByPiece()
    {
        var stored = new Squares(100);
        double[] buffer = new double[10];

        ReadOnlySpan<double> rows = StoredNumbers<double>.Rows(((ReadOnlyMemory<double>)stored.Memory)[20..], 3, 2, buffer);

        Assert.Equal([23 * 23, 24 * 24], rows.ToArray());
        Assert.True(rows == buffer.AsSpan(0, 2));
        Assert.Equal([(23, 2)], stored.Reads);
    }

    [Fact]
    public void Rows_OfNumbersInMemory_LieThere()
    {
        double[] numbers = [1, 2, 3, 4];

        Assert.True(StoredNumbers<double>.Rows(numbers, 1, 2, []) == numbers.AsSpan(1, 2));
        Assert.False(StoredNumbers<double>.Holds(numbers));
    }

    [Fact]
    public void Span_OfStoredNumbers_IsReadOnceAndKept()
    {
        var stored = new Squares(100);
        ReadOnlyMemory<double> numbers = stored.Memory;

        Assert.Equal((49, 99 * 99), (numbers[5..].Span[2], numbers.Span[99]));
        Assert.Equal([(0, 100)], stored.Reads);
    }

    [Fact]
    public void Copy_OfASlice_ReadsTheSliceAlone()
    {
        var stored = new Squares(100);
        double[] target = new double[5];

        StoredNumbers<double>.Copy(((ReadOnlyMemory<double>)stored.Memory).Slice(90, 3), target);

        Assert.Equal([90 * 90, 91 * 91, 92 * 92, 0, 0], target);
        Assert.Equal([(90, 3)], stored.Reads);
    }

    [Fact]
    public void OfStocks_WithBuffers_ReadsEachFieldIntoTheSameMemory()
    {
        var stored = new Squares(4 * 242);
        var day = new DayTensor(new DateOnly(2024, 6, 14), new StockList(["a", "b", "c", "d"]), [.. BarFields.All.Select(_ => (ReadOnlyMemory<double>)stored.Memory)], AuctionBars.None);
        var buffers = new StockBuffers(2);

        DayTensor first = day.OfStocks(0, 2, buffers);
        double before = first.Row(BarField.Close, 1)[3];
        DayTensor second = day.OfStocks(2, 2, buffers);

        Assert.Equal(Square(242 + 3), before);
        Assert.Equal(Square((3 * 242) + 3), second.Row(BarField.Close, 1)[3]);
        Assert.True(first.Field(BarField.Close) == second.Field(BarField.Close));
        Assert.False(second.Field(BarField.Open) == second.Field(BarField.Close));
        Assert.Equal((1, -1), (second.Stocks.IndexOf("d"), second.Stocks.IndexOf("a")));
    }

    [Fact]
    public void Day_WhoseStocksAreLearned_ReadsNothingForThem()
    {
        var stored = new Squares(4 * 242);
        var day = new DayTensor(new DateOnly(2024, 6, 14), new StockList(["a", "b", "c", "d"]), [.. BarFields.All.Select(_ => (ReadOnlyMemory<double>)stored.Memory)], AuctionBars.None);
        day.Learn(1, day.OfStocks(1, 2));
        stored.Reads.Clear();

        Assert.Equal(242, day.ValidBars(2, BarRequirements.Vwap).Count);
        Assert.Equal(241, day.OfStocks(0, 1).ValidBars(0, BarRequirements.None).Count);
        stored.Reads.Clear();
        Assert.Equal(Square(242), day.DayValue(BarField.PreClose, 1));
        Assert.Empty(stored.Reads);
    }

    private static double Square(int i) => (double)i * i;

    /// <summary>Number i is i squared.</summary>
    private sealed class Squares(int count) : StoredNumbers<double>(count)
    {
        internal List<(int First, int Count)> Reads { get; } = [];

        protected override void Read(int first, Span<double> values)
        {
            Reads.Add((first, values.Length));
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = Square(first + i);
            }
        }
    }
}
