using System;
using FactorGpu.Bars;

namespace FactorGpu.Arrow.Inspection;

/// <summary>The bars of one stock-day, and what of them a single bar is held against.</summary>
internal readonly ref struct StockBars
{
    // The choice of this project: a stock is on a tick when nine of ten prices are; the others are the fault.
    private const double OnTickShare = 0.9;
    private const double FloatRounding = 1.0 / (1 << 23);
    private const double LeastOffTick = 1e-6;
    private const double LotShares = 100;

    /// <param name="day">The day.</param>
    /// <param name="s">Position of the stock.</param>
    /// <param name="mayBeLots">True where volumes may have been rounded to whole lots.</param>
    internal StockBars(DayTensor day, int s, bool mayBeLots)
    {
        Open = day.Row(BarField.Open, s);
        High = day.Row(BarField.High, s);
        Low = day.Row(BarField.Low, s);
        Close = day.Row(BarField.Close, s);
        Volume = day.Row(BarField.Volume, s);
        Amount = day.Row(BarField.Amount, s);
        LimitUp = day.DayValue(BarField.LimitUp, s);
        LimitDown = day.DayValue(BarField.LimitDown, s);
        Valid = day.ValidBars(s, BarRequirements.None);
        PriceRatio = MedianPriceRatio();
        TicksPerCny = IsOnTicks(100) ? 100 : IsOnTicks(1000) ? 1000 : 0;
        VolumeStep = mayBeLots && AreWholeLots() ? LotShares : 1;
    }

    internal ReadOnlySpan<double> Open { get; }

    internal ReadOnlySpan<double> High { get; }

    internal ReadOnlySpan<double> Low { get; }

    internal ReadOnlySpan<double> Close { get; }

    internal ReadOnlySpan<double> Volume { get; }

    internal ReadOnlySpan<double> Amount { get; }

    /// <summary>CNY, NaN where not known.</summary>
    internal double LimitUp { get; }

    /// <summary>CNY, NaN where not known.</summary>
    internal double LimitDown { get; }

    /// <summary>The valid bars (catalogue 1.3.1).</summary>
    internal SlotMask Valid { get; }

    /// <summary>Median over the bars with volume and amount of amount / (volume x close): about 1 where units agree. NaN without such bars.</summary>
    internal double PriceRatio { get; }

    /// <summary>Ticks of a CNY: 100, 1000, or 0 where the prices lie on no tick.</summary>
    internal double TicksPerCny { get; }

    /// <summary>Shares by which a volume may be off by its rounding: a lot where they may be so rounded and all are whole lots.</summary>
    internal double VolumeStep { get; }

    /// <summary>True where volume and amount fit each other, but for single bars.</summary>
    internal bool HasUnits => PriceRatio is > 0.5 and < 2;

    /// <summary>True where any bar has volume.</summary>
    internal bool HasVolume => Volume.ContainsAnyInRange(double.Epsilon, double.PositiveInfinity);

    /// <summary>True for a price on the stock's tick.</summary>
    internal bool IsOnTick(double price) => TicksPerCny == 0 || IsOnTick(price, TicksPerCny);

    /// <summary>How far amount / volume of a bar may be off a price, relative to it: amounts are rounded to a yuan, volumes perhaps to lots.</summary>
    internal double PriceSlack(int t) => (1 / Amount[t]) + (VolumeStep / Volume[t]);

    private static bool IsOnTick(double price, double perCny)
    {
        double count = price * perCny;
        return Math.Abs(count - Math.Round(count)) <= Math.Max(count * FloatRounding, LeastOffTick);
    }

    private double MedianPriceRatio()
    {
        Span<double> ratios = stackalloc double[BarAxis.SlotCount];
        int n = 0;
        for (int t = 0; t < ratios.Length; t++)
        {
            if (Valid.Contains(t) && Volume[t] > 0 && Amount[t] > 0)
            {
                ratios[n++] = Amount[t] / Volume[t] / Close[t];
            }
        }

        ratios[..n].Sort();
        return n == 0 ? double.NaN : ratios[n / 2];
    }

    private bool IsOnTicks(double perCny)
    {
        int prices = 0;
        int onTick = 0;
        for (int t = 0; t < BarAxis.SlotCount; t++)
        {
            if (Valid.Contains(t))
            {
                prices += 4;
                onTick += (IsOnTick(Open[t], perCny) ? 1 : 0) + (IsOnTick(High[t], perCny) ? 1 : 0) + (IsOnTick(Low[t], perCny) ? 1 : 0) + (IsOnTick(Close[t], perCny) ? 1 : 0);
            }
        }

        return onTick >= OnTickShare * prices;
    }

    private bool AreWholeLots()
    {
        foreach (double volume in Volume)
        {
            if (volume > 0 && volume % LotShares != 0)
            {
                return false;
            }
        }

        return true;
    }
}
