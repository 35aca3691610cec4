using System;

namespace FactorGpu.Bars;

/// <summary>One sample stock on one day, bar by bar: a random walk on the ticks between the limits, with its volume.</summary>
internal sealed class SampleTrading
{
    private const int SharesPerLot = 100;
    private const int StepsPerMinute = 4;
    private const double OvernightVolatility = 0.006;
    private const double QuietShare = 0.65;
    private const double HoleShare = 0.08;
    private const int EarliestLateOpen = 31;
    private const int LatestLateOpen = 180;
    private const int EarliestOpening = 40;
    private const int LatestOpening = 180;
    private const int ShortestOpening = 10;
    private const int LongestOpening = 50;
    private const double OpeningDrop = -0.01;

    private readonly SampleDay _day;
    private readonly int _s;
    private readonly SampleStock _stock;
    private readonly SampleKind _kind;
    private readonly SampleLimits _limits;
    private readonly SampleRandom _random;

    /// <summary>The slots in which a stock at its limit trades below; null when there are none.</summary>
    private readonly SlotRange? _opening;
    private double _price;
    private long _lastTicks;
    private bool _hasTraded;
    private bool _isAtLimit;

    internal SampleTrading(SampleDay day, int s, SampleStock stock, SampleKind kind, long preCloseTicks)
    {
        _day = day;
        _s = s;
        _stock = stock;
        _kind = kind;
        _limits = new SampleLimits(preCloseTicks);
        _random = new SampleRandom(day.Seed, (ulong)stock.Number, day.DateKey);
        _opening = kind == SampleKind.LimitOpened ? DrawOpening() : null;
        _price = preCloseTicks;
        _lastTicks = preCloseTicks;
    }

    /// <summary>Writes the day's bars.</summary>
    /// <returns>The last close in ticks: the next day's pre_close.</returns>
    internal long Run()
    {
        if (_kind == SampleKind.Suspended)
        {
            return _lastTicks;
        }

        int firstSlot = _kind == SampleKind.LateOpen ? EarliestLateOpen + _random.Below(LatestLateOpen - EarliestLateOpen + 1) : 0;
        for (int t = 0; t < BarAxis.SlotCount; t++)
        {
            _isAtLimit = _kind == SampleKind.LockedAtLimit || (_opening is { } opening && !opening.Contains(t));
            Drift(t);
            bool isHole = _kind == SampleKind.Holes && _random.Uniform() < HoleShare;
            if (t >= firstSlot && !isHole && !BarAxis.ClosingCall.Contains(t))
            {
                Trade(t, DrawLots(t));
            }
        }

        return _lastTicks;
    }

    /// <summary>The market's move of the slot, the stock's own gap overnight, and its fall when a locked limit opens.</summary>
    private void Drift(int t)
    {
        Move(_stock.Beta * _day.MarketReturn[t]);
        if (t == BarAxis.OpenAuctionSlot)
        {
            Move(OvernightVolatility * _random.Normal());
        }

        if (t == _opening?.First)
        {
            Move(OpeningDrop);
        }
    }

    private void Move(double change)
        => _price = _isAtLimit ? _limits.Up : Math.Clamp(_price * (1 + change), _limits.Down, _limits.Up);

    private long DrawLots(int t)
    {
        if (_stock.IsQuiet && _random.Uniform() < QuietShare)
        {
            return 0;
        }

        double u = _random.Uniform();
        double lots = _stock.MinuteLots * _day.Clock.Volume[t] * (0.2 + (2.4 * u * u * u));
        return Math.Max(1, (long)lots);
    }

    private void Trade(int t, long lots)
    {
        if (lots > 0)
        {
            WriteTrades(t, lots);
        }
        else if (_hasTraded)
        {
            _day.WritePrices(_s, t, SamplePrices.At(_lastTicks), _limits, _stock.TicksPerYuan);
            _day.WriteTurnover(_s, t, shares: 0, amountYuan: 0, trades: 0);
        }
    }

    private void WriteTrades(int t, long lots)
    {
        long steps = SampleClock.IsAuction(t) ? 1 : Math.Min(StepsPerMinute, lots);
        double stepVolatility = _stock.MinuteVolatility * _day.Clock.Move[t] / Math.Sqrt(steps);
        long lotsLeft = lots;
        long turnoverTicks = 0;
        SamplePrices prices = default;
        for (long k = 0; k < steps; k++)
        {
            Move(stepVolatility * _random.Normal());
            _lastTicks = (long)(_price + 0.5);
            prices = k == 0 ? SamplePrices.At(_lastTicks) : prices.Then(_lastTicks);
            long stepLots = lotsLeft / (steps - k);
            lotsLeft -= stepLots;
            turnoverTicks += _lastTicks * stepLots * SharesPerLot;
        }

        double lotsPerTrade = _stock.LotsPerTrade * (0.5 + _random.Uniform());
        long trades = Math.Clamp((long)(lots / lotsPerTrade), steps, lots);
        _hasTraded = true;
        _day.WritePrices(_s, t, prices, _limits, _stock.TicksPerYuan);
        _day.WriteTurnover(_s, t, lots * SharesPerLot, turnoverTicks / (double)_stock.TicksPerYuan, trades);
    }

    private SlotRange DrawOpening()
    {
        int first = EarliestOpening + _random.Below(LatestOpening - EarliestOpening + 1);
        return new SlotRange(first, first + ShortestOpening + _random.Below(LongestOpening - ShortestOpening + 1) - 1);
    }
}
