using System;
using System.Threading;

namespace FactorGpu.Bars;

/// <summary>Validity bitmaps of a day tensor (catalogue 1.3.1): base, num_trades and vwap, each [S, 4 x 64]; those of a stock are made when they are first asked for, then kept.</summary>
/// <remarks>
/// A bit of num_trades or vwap says that the bar is valid and that this field of it is too; and-ing bitmaps gives the bars of a sequence.
/// May be asked by several threads at once.
/// </remarks>
internal sealed class BarValidity
{
    private readonly DayTensor _day;
    private readonly bool[] _isFound;
    private readonly ulong[] _valid;
    private readonly ulong[] _numTrades;
    private readonly ulong[] _vwap;

    internal BarValidity(DayTensor day)
    {
        int S = day.Shape.S;
        _day = day;
        _valid = new ulong[S * SlotMask.WordCount];
        _numTrades = new ulong[S * SlotMask.WordCount];
        _vwap = new ulong[S * SlotMask.WordCount];
        _isFound = new bool[S];
    }

    /// <summary>The valid bars of a stock-day that also have what <paramref name="requirements"/> names.</summary>
    internal SlotMask Bars(int s, BarRequirements requirements)
    {
        if (!Volatile.Read(ref _isFound[s]))
        {
            FindStock(s);
        }

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

    private void FindStock(int s)
    {
        ReadOnlySpan<double> open = _day.Row(BarField.Open, s);
        ReadOnlySpan<double> high = _day.Row(BarField.High, s);
        ReadOnlySpan<double> low = _day.Row(BarField.Low, s);
        ReadOnlySpan<double> close = _day.Row(BarField.Close, s);
        ReadOnlySpan<double> volume = _day.Row(BarField.Volume, s);
        ReadOnlySpan<double> amount = _day.Row(BarField.Amount, s);
        ReadOnlySpan<double> numTrades = _day.Row(BarField.NumTrades, s);
        ReadOnlySpan<double> vwap = _day.Row(BarField.Vwap, s);
        Span<ulong> words = stackalloc ulong[3 * SlotMask.WordCount];
        words.Clear();
        for (int t = 0; t < BarAxis.SlotCount; t++)
        {
            if (!(IsPrice(open[t]) && IsPrice(high[t]) && IsPrice(low[t]) && IsPrice(close[t]) && IsQuantity(volume[t]) && IsQuantity(amount[t])))
            {
                continue;
            }

            int word = t >> 6;
            ulong bit = 1UL << (t & 63);
            words[word] |= bit;
            words[SlotMask.WordCount + word] |= IsQuantity(numTrades[t]) ? bit : 0;
            words[(2 * SlotMask.WordCount) + word] |= volume[t] == 0 || IsPrice(vwap[t]) ? bit : 0;
        }

        Keep(s, words);
    }

    /// <summary>Stores whole words only: threads that meet at one stock store the same ones.</summary>
    private void Keep(int s, ReadOnlySpan<ulong> words)
    {
        int at = s * SlotMask.WordCount;
        words[..SlotMask.WordCount].CopyTo(_valid.AsSpan(at));
        words.Slice(SlotMask.WordCount, SlotMask.WordCount).CopyTo(_numTrades.AsSpan(at));
        words[(2 * SlotMask.WordCount)..].CopyTo(_vwap.AsSpan(at));
        Volatile.Write(ref _isFound[s], true);
    }

    private static bool IsPrice(double x) => double.IsFinite(x) && x > 0;

    private static bool IsQuantity(double x) => double.IsFinite(x) && x >= 0;
}
