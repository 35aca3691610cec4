using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;

namespace FactorGpu.Bars;

/// <summary>The bars of a day in float32 (design 6): prices as counts of each stock's tick, everything else in its own unit; missing = NaN. Fields are made when they are first asked for, then kept.</summary>
/// <remarks>May be asked by several threads at once.</remarks>
internal sealed class SingleBars
{
    private readonly double[] _ticks;
    private readonly Func<BarField, ReadOnlyMemory<float>> _make;
    private readonly StrongMemory?[] _fields = new StrongMemory?[BarFields.Count];

    /// <param name="ticks">Tick of each stock [S], CNY.</param>
    /// <param name="make">Gives a field [S, T], prices in ticks.</param>
    internal SingleBars(double[] ticks, Func<BarField, ReadOnlyMemory<float>> make)
    {
        _ticks = ticks;
        _make = make;
    }

    /// <summary>Tick of each stock [S], CNY: 0.01, 0.001, or 1 for one whose prices lie on no tick.</summary>
    internal ReadOnlySpan<double> Ticks => _ticks;

    /// <summary>The positions of the stocks whose prices lie on no tick.</summary>
    internal ImmutableArray<int> OffTicks => [.. Enumerable.Range(0, _ticks.Length).Where(s => _ticks[s] == TickScale.None)];

    /// <summary>Makes the bars of a day in float64 single.</summary>
    internal static SingleBars Of(DayTensor day)
    {
        double[] ticks = [.. Enumerable.Range(0, day.Shape.S).Select(s => TickScale.Of(day, s))];
        return new SingleBars(ticks, field => Narrow(day, field, ticks));
    }

    /// <summary>One field of all stocks [S, T].</summary>
    internal ReadOnlyMemory<float> Field(BarField field)
    {
        ref StrongMemory? kept = ref _fields[(int)field];
        if (Volatile.Read(ref kept) is not { } known)
        {
            var made = new StrongMemory(_make(field));
            known = Interlocked.CompareExchange(ref kept, made, null) ?? made;
        }

        return known.Values;
    }

    /// <summary>One field of one stock [T].</summary>
    internal ReadOnlySpan<float> Row(BarField field, int s) => Field(field).Span.Slice(s * BarAxis.SlotCount, BarAxis.SlotCount);

    /// <summary>One field of one stock in float64 and its own unit, prices in CNY.</summary>
    /// <param name="field">The field.</param>
    /// <param name="s">Position of the stock.</param>
    /// <param name="row">Result [T].</param>
    internal void Widen(BarField field, int s, Span<double> row) => TickScale.ToCny(Row(field, s), BarFields.IsOnTicks(field) ? _ticks[s] : TickScale.None, row);

    private static float[] Narrow(DayTensor day, BarField field, double[] ticks)
    {
        float[] values = GC.AllocateUninitializedArray<float>(day.Shape.FieldLength);
        for (int s = 0; s < day.Shape.S; s++)
        {
            double tick = BarFields.IsOnTicks(field) ? ticks[s] : TickScale.None;
            TickScale.ToTicks(day.Row(field, s), tick, values.AsSpan(s * BarAxis.SlotCount, BarAxis.SlotCount));
        }

        return values;
    }

    /// <summary>Memory that can be swapped in whole.</summary>
    private sealed class StrongMemory(ReadOnlyMemory<float> values)
    {
        internal ReadOnlyMemory<float> Values { get; } = values;
    }
}
