using System;
using System.Globalization;
using FactorGpu.Bars;

namespace FactorGpu.Arrow;

/// <summary>What the numbers of a file say about the unit of its volume (design 10).</summary>
/// <remarks>
/// A bar's amount over its shares lies between its low and its high, and so do the medians of these over the file, whatever the stocks. Only bars with
/// volume, amount, low and high above 0 count.
/// </remarks>
/// <param name="Bars">Bars that count.</param>
/// <param name="Price">Median of amount / volume.</param>
/// <param name="Low">Median of the lows.</param>
/// <param name="High">Median of the highs.</param>
internal readonly record struct VolumeUnitEvidence(int Bars, double Price, double Low, double High)
{
    private const int LotShares = 100;

    // Amounts are rounded to a yuan or a fen, volumes in lots to whole lots; a lot is a hundred times further off.
    private const double Slack = 0.01;

    /// <summary>True when amount / volume lies between low and high.</summary>
    internal bool IsShares => IsBetween(Price);

    /// <summary>True when amount / (100 volume) lies between low and high.</summary>
    internal bool IsLots => IsBetween(Price / LotShares);

    /// <summary>Looks at the bars of a file.</summary>
    /// <param name="volume">Per row, as the file has it.</param>
    /// <param name="amount">Per row, CNY.</param>
    /// <param name="low">Per row, CNY.</param>
    /// <param name="high">Per row, CNY.</param>
    internal static VolumeUnitEvidence Of(ReadOnlySpan<double> volume, ReadOnlySpan<double> amount, ReadOnlySpan<double> low, ReadOnlySpan<double> high)
    {
        double[] prices = new double[volume.Length];
        double[] lows = new double[volume.Length];
        double[] highs = new double[volume.Length];
        int n = 0;
        for (int row = 0; row < volume.Length; row++)
        {
            double price = amount[row] / volume[row];
            if (volume[row] > 0 && price > 0 && double.IsFinite(price) && IsPrice(low[row]) && IsPrice(high[row]))
            {
                (prices[n], lows[n], highs[n]) = (price, low[row], high[row]);
                n++;
            }
        }

        if (n == 0)
        {
            return default;
        }

        double[][] kept = [prices, lows, highs];
        double[] medians = new double[kept.Length];
        InParallel.For(kept.Length, i => medians[i] = PositiveMedian.Of(kept[i].AsSpan(0, n)));
        return new VolumeUnitEvidence(n, medians[0], medians[1], medians[2]);
    }

    /// <summary>The numbers in words.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"the median over {Bars} bars of amount / volume is {Price:G6}, of amount / (100 volume) {Price / LotShares:G6}, of low and high {Low:G6} and {High:G6}");

    private static bool IsPrice(double x) => x > 0 && double.IsFinite(x);

    private bool IsBetween(double price) => price >= Low * (1 - Slack) && price <= High * (1 + Slack);
}
