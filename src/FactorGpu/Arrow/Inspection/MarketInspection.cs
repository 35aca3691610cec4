using System;
using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Bars;

namespace FactorGpu.Arrow.Inspection;

/// <summary>Looks for the minutes that single stocks lack, and those that most of the market lacks.</summary>
/// <remarks>The numbers are the choices of this project: they keep thinly traded stocks, whose sources leave out minutes without a trade, from looking like a hole in the file.</remarks>
internal sealed class MarketInspection(DayTensor day, DayStates states, FaultTally tally)
{
    private const int LeastStocksOfGap = 10;
    private const double LeastShareOfGap = 0.5;
    private const double MostShareElsewhere = 0.25;
    private const int LeastStocksOfDay = 3;
    private const int LatestStart = 6; // 09:35
    private const int EarliestEnd = 235; // 14:54
    private const int LateFirstSlot = 31; // 10:00
    private const int EarlyLastSlot = 210; // 14:29

    private static readonly ImmutableArray<DateOnly> s_circuitBreakerDays = [new(2016, 1, 4), new(2016, 1, 7)];

    // Per slot, the stocks that trade before and after it, and those of them that lack it.
    private readonly int[] _trading = new int[BarAxis.SlotCount];
    private readonly int[] _lacking = new int[BarAxis.SlotCount];

    internal void Run()
    {
        CountMinutes();
        bool[] isGap = FindGaps();
        for (int t = 0; t < isGap.Length; t++)
        {
            if (isGap[t])
            {
                tally.Add(DataFaults.MarketGap, FormattableString.Invariant($"{FaultPlaces.Date(day.Date)} {FaultPlaces.Time(t)} ({_lacking[t]} of {_trading[t]} stocks)"));
            }
        }

        CountHoles(isGap);
        LookAtHours();
    }

    private static bool CanHaveRow(int t) => !BarAxis.ClosingCall.Contains(t);

    private bool IsHole(int s, int t) => CanHaveRow(t) && states.Row(s)[t] == BarState.Missing;

    private void CountMinutes()
    {
        for (int s = 0; s < states.S; s++)
        {
            for (int t = states.First(s) + 1; t < states.Last(s); t++)
            {
                _trading[t]++;
                _lacking[t] += IsHole(s, t) ? 1 : 0;
            }
        }
    }

    private bool[] FindGaps()
    {
        double[] shares = [.. _trading.Zip(_lacking, (trading, lacking) => trading == 0 ? 0 : (double)lacking / trading)];
        double usual = shares.Order().ElementAt(shares.Length / 2);
        return [.. shares.Zip(_trading, (share, trading) => usual < MostShareElsewhere && trading >= LeastStocksOfGap && share > LeastShareOfGap)];
    }

    private void CountHoles(bool[] isGap)
    {
        for (int s = 0; s < states.S; s++)
        {
            for (int t = states.First(s) + 1; t < states.Last(s); t++)
            {
                if (!isGap[t] && IsHole(s, t))
                {
                    tally.AddBar(DataFaults.MissingMinutes, day, s, t);
                }
            }
        }
    }

    private void LookAtHours()
    {
        int[] stocks = [.. Enumerable.Range(0, states.S).Where(s => states.First(s) >= 0)];
        if (IsShortDay(stocks))
        {
            return;
        }

        foreach (int s in stocks.Where(s => states.First(s) >= LateFirstSlot || states.Last(s) < EarlyLastSlot))
        {
            tally.AddStockDay(DataFaults.ShortStockDay, day, s);
        }
    }

    /// <summary>True when most stocks begin late or end early: half of them, so that a file of a few halted ones is no short day.</summary>
    private bool IsShortDay(int[] stocks)
    {
        if (stocks.Length < LeastStocksOfDay)
        {
            return false;
        }

        int start = stocks.Select(states.First).Order().ElementAt(stocks.Length / 2);
        int end = stocks.Select(states.Last).Order().ElementAt(stocks.Length / 2);
        if (start <= LatestStart && end >= EarliestEnd)
        {
            return false;
        }

        bool isKnown = start <= LatestStart && s_circuitBreakerDays.Contains(day.Date);
        tally.Add(isKnown ? DataFaults.CircuitBreaker : DataFaults.ShortDay, $"{FaultPlaces.Date(day.Date)}, from {FaultPlaces.Time(start)} to {FaultPlaces.Time(end)}");
        return true;
    }
}
