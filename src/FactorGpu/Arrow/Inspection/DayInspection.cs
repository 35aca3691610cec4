using FactorGpu.Bars;

namespace FactorGpu.Arrow.Inspection;

/// <summary>Looks at all bars of a day: each bar, each stock, then the minutes that the market lacks.</summary>
internal sealed class DayInspection
{
    private const double LotShares = 100;

    private readonly DayTensor _day;
    private readonly FaultTally _tally;
    private readonly DayStates _states;
    private readonly bool _mayBeLots;

    private DayInspection(DayTensor day, bool mayBeLots, FaultTally tally)
    {
        _day = day;
        _mayBeLots = mayBeLots;
        _tally = tally;
        _states = new DayStates(day);
    }

    /// <summary>Looks at a day whose fields are in memory.</summary>
    /// <param name="day">The day.</param>
    /// <param name="mayBeLots">True where volumes may have been rounded to whole lots.</param>
    /// <param name="tally">Where faults are counted.</param>
    /// <returns>What its slots hold, the faulty bars marked.</returns>
    internal static DayStates Run(DayTensor day, bool mayBeLots, FaultTally tally)
    {
        var inspection = new DayInspection(day, mayBeLots, tally);
        for (int s = 0; s < day.Shape.S; s++)
        {
            inspection.LookAtStock(s);
        }

        new MarketInspection(day, inspection._states, tally).Run();
        return inspection._states;
    }

    private void LookAtStock(int s)
    {
        int first = _states.First(s);
        if (first < 0)
        {
            return;
        }

        var bars = new StockBars(_day, s, _mayBeLots);
        for (int t = first; t <= _states.Last(s); t++)
        {
            if (_states.Row(s)[t] != BarState.Missing)
            {
                LookAtBar(bars, s, t);
            }
        }

        if (BarChecks.IsAuctionDoubled(bars))
        {
            _tally.AddStockDay(DataFaults.DoubledAuction, _day, s);
            _states.MarkFaulty(s, BarAxis.OpenAuctionSlot + 1);
        }

        LookAtStockDay(bars, s);
    }

    private void LookAtBar(in StockBars bars, int s, int t)
    {
        foreach ((DataFault fault, BarChecks.BarTest isFaulty) in BarChecks.Invalid)
        {
            if (isFaulty(bars, t))
            {
                Add(fault, s, t);
                return;
            }
        }

        foreach ((DataFault fault, BarChecks.BarTest isFaulty) in BarChecks.Odd)
        {
            if (isFaulty(bars, t))
            {
                Add(fault, s, t);
            }
        }
    }

    private void Add(DataFault fault, int s, int t)
    {
        _tally.AddBar(fault, _day, s, t);
        if (fault.Severity > FaultSeverity.Note)
        {
            _states.MarkFaulty(s, t);
        }
    }

    private void LookAtStockDay(in StockBars bars, int s)
    {
        bool isVolumeOff = bars.PriceRatio is > LotShares / 2 and < LotShares * 2 or > 0.5 / LotShares and < 2 / LotShares;
        (DataFault Fault, bool IsFaulty)[] checks =
        [
            (DataFaults.StockVolumeUnit, isVolumeOff),
            (DataFaults.AmountUnit, !double.IsNaN(bars.PriceRatio) && !bars.HasUnits && !isVolumeOff),
            (DataFaults.NoTick, bars.TicksPerCny == 0),
            (DataFaults.NoVolumeAllDay, !bars.HasVolume),
        ];
        foreach ((DataFault fault, bool isFaulty) in checks)
        {
            if (isFaulty)
            {
                AddStockDay(fault, s);
            }
        }
    }

    private void AddStockDay(DataFault fault, int s)
    {
        _tally.AddStockDay(fault, _day, s);
        if (fault.Severity > FaultSeverity.Note)
        {
            _states.MarkStock(s);
        }
    }
}
