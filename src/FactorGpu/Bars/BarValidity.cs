using System;

namespace FactorGpu.Bars;

/// <summary>Validity bitmaps of a day tensor (catalogue 1.3.1): base, num_trades and vwap, each [S, 4 x 64], made once.</summary>
/// <remarks>A bit of num_trades or vwap says that the bar is valid and that this field of it is too; and-ing bitmaps gives the bars of a sequence.</remarks>
internal sealed class BarValidity
{
    private readonly ulong[] _valid;
    private readonly ulong[] _numTrades;
    private readonly ulong[] _vwap;

    internal BarValidity(DayTensor day)
    {
        int S = day.Shape.S;
        _valid = new ulong[S * SlotMask.WordCount];
        _numTrades = new ulong[S * SlotMask.WordCount];
        _vwap = new ulong[S * SlotMask.WordCount];
        for (int s = 0; s < S; s++)
        {
            FillStock(day, s);
        }
    }

    /// <summary>The valid bars of a stock-day that also have what <paramref name="requirements"/> names.</summary>
    internal SlotMask Bars(int s, BarRequirements requirements)
    {
        SlotMask mask = Mask(_valid, s);
        if ((requirements & BarRequirements.NumTrades) != 0)
        {
            mask &= Mask(_numTrades, s);
        }

        return (requirements & BarRequirements.Vwap) != 0 ? mask & Mask(_vwap, s) : mask;
    }

    private static SlotMask Mask(ulong[] words, int s)
    {
        ReadOnlySpan<ulong> w = words.AsSpan(s * SlotMask.WordCount, SlotMask.WordCount);
        return new SlotMask(w[0], w[1], w[2], w[3]);
    }

    private void FillStock(DayTensor day, int s)
    {
        ReadOnlySpan<double> open = day.Row(BarField.Open, s);
        ReadOnlySpan<double> high = day.Row(BarField.High, s);
        ReadOnlySpan<double> low = day.Row(BarField.Low, s);
        ReadOnlySpan<double> close = day.Row(BarField.Close, s);
        ReadOnlySpan<double> volume = day.Row(BarField.Volume, s);
        ReadOnlySpan<double> amount = day.Row(BarField.Amount, s);
        ReadOnlySpan<double> numTrades = day.Row(BarField.NumTrades, s);
        ReadOnlySpan<double> vwap = day.Row(BarField.Vwap, s);
        for (int t = 0; t < BarAxis.SlotCount; t++)
        {
            if (!(IsPrice(open[t]) && IsPrice(high[t]) && IsPrice(low[t]) && IsPrice(close[t]) && IsQuantity(volume[t]) && IsQuantity(amount[t])))
            {
                continue;
            }

            int word = (s * SlotMask.WordCount) + (t >> 6);
            ulong bit = 1UL << (t & 63);
            _valid[word] |= bit;
            _numTrades[word] |= IsQuantity(numTrades[t]) ? bit : 0;
            _vwap[word] |= volume[t] == 0 || IsPrice(vwap[t]) ? bit : 0;
        }
    }

    private static bool IsPrice(double x) => double.IsFinite(x) && x > 0;

    private static bool IsQuantity(double x) => double.IsFinite(x) && x >= 0;
}
