using System;
using System.Collections.Generic;
using System.Linq;

namespace FactorGpu.Bars;

/// <summary>Counts stock-days done and tells whoever wants to know.</summary>
internal sealed class StockDayCount
{
    private readonly IProgress<StockDayProgress>? _progress;
    private readonly long _total;
    private long _done;

    /// <param name="days">The whole work.</param>
    /// <param name="progress">Who wants to know; null for nobody.</param>
    internal StockDayCount(IEnumerable<DayTensor> days, IProgress<StockDayProgress>? progress)
        : this(days.Sum(day => (long)day.Shape.S), progress)
    {
    }

    internal StockDayCount(long total, IProgress<StockDayProgress>? progress)
    {
        _total = total;
        _progress = progress;
    }

    /// <summary>Counts stock-days as done.</summary>
    internal void Add(int stockDays)
    {
        _done += stockDays;
        _progress?.Report(new StockDayProgress(_done, _total));
    }
}
