using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;

namespace FactorGpu.Bars;

/// <summary>A made-up market of minute bars, for examples, tests and benchmarks. It looks like the A-share market; it is not one, and its factors predict nothing.</summary>
/// <remarks>
/// <para>In it: prices on ticks of 0.01 CNY (funds: 0.001) inside limits of 10 % (on every board), volumes in lots of 100 shares, more trading and larger moves
/// near open and close, one market move shared by all stocks, an opening auction (slot 0) and a closing one (slot 241), no rows in slots 238..240.
/// A stock's pre_close is its last close of the day before. Where there is no row all 11 fields are NaN.</para>
/// <para>Of 50 stocks that follow each other, on each day: 1 suspended, 1 locked at the upper limit, 1 locked there but for a while, 2 with holes, 1 that opens late.
/// Of the same 50, for good: 6 quiet ones, whose minutes without a trade repeat the last price with volume, amount and num_trades 0 and no vwap.</para>
/// <para>Only + - * / and sqrt of IEEE float64 and 64-bit integers make it, so equal options and dates give equal bytes on every machine. Cost: O(S·T) a day.</para>
/// </remarks>
internal sealed class SampleMarket
{
    private const int MostStocks = 20000;
    private const int CycleLength = 50;

    // Has no factor in common with the cycle, so that 50 neighbours meet all its places.
    private const int CycleStride = 21;
    private const int QuietInCycle = 6;
    private const char FundDigit = '5';

    private readonly SampleOptions _options;
    private readonly SampleClock _clock = new();
    private readonly ImmutableArray<SampleStock> _stocks;
    private readonly StockList _codes;
    private readonly long[] _lastTicks;

    private SampleMarket(SampleOptions options)
    {
        _options = options;
        ImmutableArray<string> codes = Codes(options);
        _codes = new StockList(codes);
        int quietShift = new SampleRandom(options.Seed, ulong.MaxValue, date: 0).Below(CycleLength);
        var stocks = ImmutableArray.CreateBuilder<SampleStock>(codes.Length);
        _lastTicks = new long[codes.Length];
        for (int s = 0; s < codes.Length; s++)
        {
            int number = int.Parse(codes[s].AsSpan(0, 6), CultureInfo.InvariantCulture);
            stocks.Add(SampleStock.Draw(number, isFund: codes[s][0] == FundDigit, isQuiet: Place(s, quietShift) < QuietInCycle, options.Seed));
            _lastTicks[s] = stocks[s].FirstTicks;
        }

        _stocks = stocks.MoveToImmutable();
    }

    /// <summary>Makes the days of a market, each when it is asked for: one day of 5000 stocks takes 106 MB.</summary>
    /// <param name="options">Size and seed.</param>
    /// <param name="dates">Trading days, ascending. The first one starts from the stocks' own first prices, the others go on from the day before.</param>
    /// <returns>One tensor a date, stocks in ordinal order of their codes.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number of stocks is not in 1..20000, or that of the funds not in 0..S.</exception>
    /// <exception cref="ArgumentException"><paramref name="dates"/> do not ascend.</exception>
    internal static IEnumerable<DayTensor> Generate(SampleOptions options, ImmutableArray<DateOnly> dates)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Stocks, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Stocks, MostStocks);
        ArgumentOutOfRangeException.ThrowIfNegative(options.Funds);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Funds, options.Stocks);
        for (int d = 1; d < dates.Length; d++)
        {
            if (dates[d] <= dates[d - 1])
            {
                throw new ArgumentException(
                    $"A sample market was given {dates[d - 1]:yyyy-MM-dd} before {dates[d]:yyyy-MM-dd} at position {d}; its days ascend. Sort them and name each once.",
                    nameof(dates));
            }
        }

        return Days(options, dates);
    }

    private static IEnumerable<DayTensor> Days(SampleOptions options, ImmutableArray<DateOnly> dates)
    {
        var market = new SampleMarket(options);
        var count = new StockDayCount((long)options.Stocks * dates.Length, options.Progress);
        foreach (DateOnly date in dates)
        {
            DayTensor day = market.Next(date);
            count.Add(options.Stocks);
            yield return day;
        }
    }

    private DayTensor Next(DateOnly date)
    {
        var day = new SampleDay(date, _stocks.Length, _clock, _options.Seed);
        int kindShift = new SampleRandom(_options.Seed, ulong.MaxValue - 1, day.DateKey).Below(CycleLength);
        for (int s = 0; s < _stocks.Length; s++)
        {
            SampleKind kind = KindAt(Place(s, kindShift));
            _lastTicks[s] = new SampleTrading(day, s, _stocks[s], kind, _lastTicks[s]).Run();
        }

        return day.ToTensor(_codes);
    }

    private static int Place(int s, int shift) => ((s * CycleStride) + shift) % CycleLength;

    private static SampleKind KindAt(int place) => place switch
    {
        0 => SampleKind.Suspended,
        1 => SampleKind.LockedAtLimit,
        2 or 3 => SampleKind.Holes,
        4 => SampleKind.LateOpen,
        5 => SampleKind.LimitOpened,
        _ => SampleKind.Trading,
    };

    /// <summary>Of the stocks that are no funds two fifths from 000001.SZ on, one fifth from 300001.SZ, the rest from 600000.SH; funds from 510001.SH. Ordinal.</summary>
    private static ImmutableArray<string> Codes(SampleOptions options)
    {
        int stocks = options.Stocks - options.Funds;
        int shenzhen = stocks * 2 / 5;
        int growth = stocks / 5;
        return
        [
            .. Codes(1, shenzhen, "SZ"), .. Codes(300001, growth, "SZ"),
            .. Codes(510001, options.Funds, "SH"), .. Codes(600000, stocks - shenzhen - growth, "SH"),
        ];
    }

    private static IEnumerable<string> Codes(int first, int count, string exchange)
        => Enumerable.Range(first, count).Select(number => $"{number:D6}.{exchange}");
}
