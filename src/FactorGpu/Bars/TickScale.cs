using System;
using System.Collections.Immutable;
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

    /// <summary>A price may have come through float32, which moves it by half of this at most, relative to itself.</summary>
    private const double Rounding = 1.0 / (1 << 23);

    /// <summary>How far one over a tick may lie from the whole number that is meant.</summary>
    private const double WholeWithin = 1e-9;

    /// <summary>Ticks of a CNY: 0.01 for shares, 0.001 for funds.</summary>
    private static readonly ImmutableArray<double> s_perCny = [100, 1000];

    /// <summary>The largest tick that all prices of a stock lie on: open, high, low, close of every slot, pre_close and the limits.</summary>
    /// <returns>0.01 or 0.001 CNY; <see cref="None"/> if they lie on neither, or on more ticks than float32 counts. What is no price (NaN, 0 or below, infinite) decides nothing.</returns>
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

    /// <summary>Counts of ticks: whole, but for the tick <see cref="None"/>, of which the count is the price.</summary>
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

    /// <summary>The count of ticks of one price, as float32.</summary>
    internal static float ToTicks(double cny, double tick) => (float)(tick == None ? cny : Math.Round(cny * PerCny(tick)));

    /// <summary>Prices in CNY: where a CNY is a whole number of ticks, the float64 nearest to the decimal that the count stands for.</summary>
    /// <param name="ticks">Counts.</param>
    /// <param name="tick">Tick, CNY.</param>
    /// <param name="cny">As many prices; NaN for NaN.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void ToCny(ReadOnlySpan<float> ticks, double tick, Span<double> cny)
    {
        double perCny = PerCny(tick);
        bool isDivided = IsDivided(tick);
        int i = 0;
        for (; i <= ticks.Length - Vector512<float>.Count; i += Vector512<float>.Count)
        {
            (Vector512<double> low, Vector512<double> high) = Vector512.Widen(Vector512.Create(ticks[i..]));
            (isDivided ? low / perCny : low * tick).CopyTo(cny[i..]);
            (isDivided ? high / perCny : high * tick).CopyTo(cny[(i + Vector512<double>.Count)..]);
        }

        for (; i < ticks.Length; i++)
        {
            cny[i] = ToCny(ticks[i], tick);
        }
    }

    /// <summary>The price in CNY of one count.</summary>
    internal static double ToCny(float ticks, double tick) => IsDivided(tick) ? ticks / PerCny(tick) : ticks * tick;

    /// <summary>True where a CNY is a whole number of ticks: dividing by it rounds once, to the nearest float64, where multiplying by 0.01 would round twice.</summary>
    private static bool IsDivided(double tick) => tick < 1 && PerCny(tick) == Math.Round(PerCny(tick));

    private static double PerCny(double tick)
    {
        double perCny = 1 / tick;
        double whole = Math.Round(perCny);
        return tick < 1 && Math.Abs(perCny - whole) <= whole * WholeWithin ? whole : perCny;
    }

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
            if ((isOff & isPrice).ExtractMostSignificantBits() != 0)
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
