using System;
using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Arrow;
using FactorGpu.Bars;
using Xunit;

namespace FactorGpu.Tests.Arrow;

/// <summary>Compares loaded days bit by bit, NaN payloads included.</summary>
internal static class TensorAssert
{
    internal static void Same(LoadedBars expected, LoadedBars actual) => Same(expected.Days, actual.Days);

    internal static void Same(ImmutableArray<DayTensor> expected, ImmutableArray<DayTensor> actual)
    {
        Assert.Equal(expected.Select(day => day.Date), actual.Select(day => day.Date));
        foreach ((DayTensor e, DayTensor a) in expected.Zip(actual))
        {
            Assert.Equal(e.Stocks.Codes.AsEnumerable(), a.Stocks.Codes);
            Assert.Equal(e.Auctions, a.Auctions);
            foreach (BarField field in BarFields.All)
            {
                Assert.Equal(Bits(e.Field(field)), Bits(a.Field(field)));
            }
        }
    }

    /// <summary>The slots of a stock that have a value, in order.</summary>
    internal static int[] FilledSlots(DayTensor day, BarField field, int s)
    {
        double[] row = day.Row(field, s).ToArray();
        return [.. Enumerable.Range(0, row.Length).Where(t => !double.IsNaN(row[t]))];
    }

    private static long[] Bits(ReadOnlySpan<double> values) => Array.ConvertAll(values.ToArray(), BitConverter.DoubleToInt64Bits);
}
