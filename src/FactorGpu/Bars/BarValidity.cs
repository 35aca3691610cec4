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
    private readonly SlotMask[] _valid;
    private readonly SlotMask[] _numTrades;
    private readonly SlotMask[] _vwap;
    private readonly bool[] _hasVolume;

    internal BarValidity(DayTensor day)
    {
        int S = day.Shape.S;
        _day = day;
        _valid = new SlotMask[S];
        _numTrades = new SlotMask[S];
        _vwap = new SlotMask[S];
        _hasVolume = new bool[S];
        _isFound = new bool[S];
    }

    /// <summary>The valid bars of a stock-day that also have what <paramref name="requirements"/> names.</summary>
    internal SlotMask Bars(int s, BarRequirements requirements)
    {
        Find(s);
        SlotMask mask = _valid[s];
        if ((requirements & BarRequirements.NumTrades) != 0)
        {
            mask &= _numTrades[s];
        }

        return (requirements & BarRequirements.Vwap) != 0 ? mask & _vwap[s] : mask;
    }

    /// <summary>True for a stock-day with a valid bar that has volume: their sum is then above 0 (E0).</summary>
    internal bool HasVolume(int s)
    {
        Find(s);
        return _hasVolume[s];
    }

    /// <summary>Takes over what another day has found, or finds, of neighbouring stocks.</summary>
    /// <param name="first">Position of the first of them here.</param>
    /// <param name="part">Their validity.</param>
    internal void Learn(int first, BarValidity part)
    {
        for (int s = 0; s < part._valid.Length; s++)
        {
            part.Find(s);
            _valid[first + s] = part._valid[s];
            _numTrades[first + s] = part._numTrades[s];
            _vwap[first + s] = part._vwap[s];
            _hasVolume[first + s] = part._hasVolume[s];
            Volatile.Write(ref _isFound[first + s], true);
        }
    }

    private void Find(int s)
    {
        if (!Volatile.Read(ref _isFound[s]))
        {
            FindStock(s);
        }
    }

    private void FindStock(int s)
    {
        SlotMask valid = Where<SlotTests.Quantity>(BarField.Volume, s) & Where<SlotTests.Quantity>(BarField.Amount, s)
            & Where<SlotTests.Price>(BarField.Open, s) & Where<SlotTests.Price>(BarField.High, s)
            & Where<SlotTests.Price>(BarField.Low, s) & Where<SlotTests.Price>(BarField.Close, s);

        SlotMask empty = Where<SlotTests.Zero>(BarField.Volume, s);

        // Threads that meet at one stock store the same words.
        _valid[s] = valid;
        _numTrades[s] = valid & Where<SlotTests.Quantity>(BarField.NumTrades, s);
        _vwap[s] = valid & (empty | Where<SlotTests.Price>(BarField.Vwap, s));
        _hasVolume[s] = (valid & empty) != valid;
        Volatile.Write(ref _isFound[s], true);
    }

    /// <summary>The slots where a field passes a test. A day in float32 is tested row by row, so that its fields stay unwidened.</summary>
    private SlotMask Where<TTest>(BarField field, int s)
        where TTest : ISlotTest
    {
        if (!_day.IsSingle)
        {
            return SlotTests.Of<TTest>(_day.Row(field, s));
        }

        Span<double> row = stackalloc double[BarAxis.SlotCount];
        _day.Single.Widen(field, s, row);
        return SlotTests.Of<TTest>(row);
    }
}
