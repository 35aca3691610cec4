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

    internal BarValidity(DayTensor day)
    {
        int S = day.Shape.S;
        _day = day;
        _valid = new SlotMask[S];
        _numTrades = new SlotMask[S];
        _vwap = new SlotMask[S];
        _isFound = new bool[S];
    }

    /// <summary>The valid bars of a stock-day that also have what <paramref name="requirements"/> names.</summary>
    internal SlotMask Bars(int s, BarRequirements requirements)
    {
        if (!Volatile.Read(ref _isFound[s]))
        {
            FindStock(s);
        }

        SlotMask mask = _valid[s];
        if ((requirements & BarRequirements.NumTrades) != 0)
        {
            mask &= _numTrades[s];
        }

        return (requirements & BarRequirements.Vwap) != 0 ? mask & _vwap[s] : mask;
    }

    private void FindStock(int s)
    {
        SlotMask valid = SlotTests.Of<SlotTests.Quantity>(_day.Row(BarField.Volume, s)) & SlotTests.Of<SlotTests.Quantity>(_day.Row(BarField.Amount, s))
            & SlotTests.Of<SlotTests.Price>(_day.Row(BarField.Open, s)) & SlotTests.Of<SlotTests.Price>(_day.Row(BarField.High, s))
            & SlotTests.Of<SlotTests.Price>(_day.Row(BarField.Low, s)) & SlotTests.Of<SlotTests.Price>(_day.Row(BarField.Close, s));

        // Threads that meet at one stock store the same words.
        _valid[s] = valid;
        _numTrades[s] = valid & SlotTests.Of<SlotTests.Quantity>(_day.Row(BarField.NumTrades, s));
        _vwap[s] = valid & (SlotTests.Of<SlotTests.Zero>(_day.Row(BarField.Volume, s)) | SlotTests.Of<SlotTests.Price>(_day.Row(BarField.Vwap, s)));
        Volatile.Write(ref _isFound[s], true);
    }
}
