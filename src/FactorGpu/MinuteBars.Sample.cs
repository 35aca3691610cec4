using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using FactorGpu.Bars;

namespace FactorGpu;

/// <content>Made-up bars.</content>
public sealed partial class MinuteBars
{
    /// <summary>Makes a market of minute bars that look like A-shares and are nobody's prices, for trying out, tests and benchmarks.</summary>
    /// <param name="options">Size and seed.</param>
    /// <param name="dates">Trading days, ascending.</param>
    /// <param name="cancellation">Ends the work early, between days.</param>
    /// <returns>Bars on the canonical axis with all 11 fields. Memory: 21 KB a stock-day.</returns>
    /// <remarks>
    /// <para>Prices lie on ticks of 0.01 CNY (funds: 0.001) inside limits of 10 %, volumes are lots of 100 shares; there is more trading and larger moves near open and
    /// close, a market move that all stocks share, an opening auction (09:25) and a closing one (15:00), and no bars at 14:57..14:59.</para>
    /// <para>Of 50 stocks in a row, each day: 1 suspended, 1 locked at the upper limit, 1 locked there but for a while, 2 with holes, 1 that opens late;
    /// and 6, for good, with many minutes without a trade. Equal options and dates give equal bytes on every machine.</para>
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The number of stocks is not in 1..20000, or that of the funds not in 0..S.</exception>
    /// <exception cref="ArgumentException"><paramref name="dates"/> do not ascend.</exception>
    /// <exception cref="OperationCanceledException">Cancellation was asked for.</exception>
    public static MinuteBars Sample(SampleOptions options, IEnumerable<DateOnly> dates, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(dates);
        var days = ImmutableArray.CreateBuilder<DayTensor>();
        foreach (DayTensor day in SampleMarket.Generate(options, [.. dates]))
        {
            cancellation.ThrowIfCancellationRequested();
            days.Add(day);
        }

        return new MinuteBars(days.ToImmutable());
    }
}
