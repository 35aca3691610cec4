using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FactorGpu.Bars;

/// <summary>Between prices in CNY and whole counts of a tick, and which tick a stock's prices lie on (design 6).</summary>
internal static class TickScale
{
    /// <summary>The tick of prices that lie on none: 1 CNY, so that the count is the price.</summary>
    internal const double None = 1;

    /// <summary>float32 holds every whole number up to it.</summary>
    private const double LargestCount = 1 << 24;

    /// <summary>A price may have come through float32, which rounds it by half of this.</summary>
    private const double Rounding = 1.0 / (1 << 23);

    /// <summary>Ticks of a CNY: 0.01 for shares, 0.001 for funds.</summary>
    private static readonly double[] s_perCny = [100, 1000];

    /// <summary>The largest tick that all prices of a stock lie on, <see cref="None"/> if there is none.</summary>
    internal static double Of(DayTensor day, int s)
    {
        foreach (double perCny in s_perCny)
        {
            if (AreOnTicks(day, s, perCny))
            {
                return 1 / perCny;
            }
        }

        return None;
    }

    /// <summary>Counts of ticks, as float32: whole where the price lies on a tick, the price itself where the tick is <see cref="None"/>.</summary>
    /// <param name="cny">Prices, CNY.</param>
    /// <param name="tick">Tick, CNY.</param>
    /// <param name="ticks">As many counts; NaN for NaN.</param>
    // Optimised from the first call: unoptimised, a vector operation is a chain of calls.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void ToTicks(ReadOnlySpan<double> cny, double tick, Span<float> ticks)
    {
        double perCny = PerCny(tick);
        bool isWhole = tick != None;
        int i = 0;
        for (; i <= cny.Length - Vector512<float>.Count; i += Vector512<float>.Count)
        {
            Vector512<double> low = Vector512.Create(cny[i..]) * perCny;
            Vector512<double> high = Vector512.Create(cny[(i + Vector512<double>.Count)..]) * perCny;
            Vector512<float> counts = isWhole ? Vector512.Narrow(Vector512.Round(low), Vector512.Round(high)) : Vector512.Narrow(low, high);
            counts.CopyTo(ticks[i..]);
        }

        for (; i < cny.Length; i++)
        {
            ticks[i] = ToTicks(cny[i], tick);
        }
    }

    /// <summary>The count of ticks of one price.</summary>
    internal static float ToTicks(double cny, double tick) => tick == None ? (float)cny : (float)Math.Round(cny * PerCny(tick));

    /// <summary>Prices in CNY: where the tick is a whole part of a CNY, the float64 nearest to the decimal that the count stands for.</summary>
    /// <param name="ticks">Counts.</param>
    /// <param name="tick">Tick, CNY.</param>
    /// <param name="cny">As many prices.</param>
    internal static void ToCny(ReadOnlySpan<float> ticks, double tick, Span<double> cny)
    {
        double perCny = PerCny(tick);
        bool isWholePart = perCny == Math.Round(perCny);
        for (int i = 0; i < ticks.Length; i++)
        {
            cny[i] = isWholePart ? ticks[i] / perCny : ticks[i] * tick;
        }
    }

    private static double PerCny(double tick) => Math.Abs((1 / tick) - Math.Round(1 / tick)) < 1e-9 ? Math.Round(1 / tick) : 1 / tick;

    private static bool AreOnTicks(DayTensor day, int s, double perCny)
    {
        foreach (BarField field in BarFields.All)
        {
            if (BarFields.IsDayValue(field) ? !IsOnTick(day.DayValue(field, s), perCny) : BarFields.IsOnTicks(field) && !AreOnTicks(day.Row(field, s), perCny))
            {
                return false;
            }
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool AreOnTicks(ReadOnlySpan<double> row, double perCny)
    {
        int t = 0;
        for (; t <= row.Length - Vector512<double>.Count; t += Vector512<double>.Count)
        {
            Vector512<double> count = Vector512.Create(row[t..]) * perCny;
            Vector512<double> off = Vector512.Abs(count - Vector512.Round(count));
            Vector512<double> isOff = Vector512.GreaterThan(off, count * Rounding) | Vector512.GreaterThan(count, Vector512.Create(LargestCount));
            Vector512<double> isPrice = Vector512.GreaterThan(count, Vector512<double>.Zero) & Vector512.LessThan(count, Vector512.Create(double.PositiveInfinity));
            if ((isOff & isPrice) != Vector512<double>.Zero)
            {
                return false;
            }
        }

        for (; t < row.Length; t++)
        {
            if (!IsOnTick(row[t], perCny))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True for a price on a tick, and for what is no price: it belongs to no valid bar.</summary>
    private static bool IsOnTick(double price, double perCny)
    {
        double count = price * perCny;
        bool isPrice = count > 0 && double.IsFinite(count);
        return !isPrice || (Math.Abs(count - Math.Round(count)) <= count * Rounding && count <= LargestCount);
    }
}
