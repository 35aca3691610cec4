using System;
using System.Linq;
using FactorGpu.Bars;
using FactorGpu.Expressions;

namespace FactorGpu.Tests.Engines;

/// <summary>A stock-day whose bars carry two freely chosen series, so that any number, NaN and absence can stand at any bar.</summary>
/// <remarks>X is (amount - num_trades) / volume, NaN by a volume of 0; Y is open - 1000. A bar whose low or high is off its close is absent in X or Y.</remarks>
internal static class Sample
{
    private const double Price = 1000;

    /// <summary>The first series of <see cref="Day"/>.</summary>
    internal static Series X(Day day) => ((day.Amount - day.NumTrades) / day.Volume).Where(day.Low.EqualTo(day.Close));

    /// <summary>The second series of <see cref="Day"/>.</summary>
    internal static Series Y(Day day) => (day.Open - Price).Where(day.High.EqualTo(day.Close));

    /// <summary>A day with these elements at the slots 0, 1, 2, ...; null is absent. X may be NaN.</summary>
    /// <param name="x">Elements of X, one per bar.</param>
    /// <param name="y">Elements of Y; 0 everywhere unless given. Above -1000, and exact when added to 1000.</param>
    internal static DayTensor Day(double?[] x, double?[]? y = null)
    {
        int N = x.Length;
        y ??= [.. Enumerable.Repeat<double?>(0, N)];
        return DayBuilder.Stock(
            close: [.. Enumerable.Repeat(Price, N)],
            open: [.. y.Select(value => Price + (value ?? 0))],
            low: [.. x.Select(value => value is null ? Price - 1 : Price)],
            high: [.. y.Select(value => value is null ? Price + 1 : Price)],
            volume: [.. x.Select(value => value is double.NaN ? 0.0 : 1.0)],
            amount: [.. x.Select(value => Math.Max(Number(value), 0))],
            numTrades: [.. x.Select(value => Math.Max(-Number(value), 0))]);
    }

    private static double Number(double? value) => value is null or double.NaN ? 0 : value.Value;
}
