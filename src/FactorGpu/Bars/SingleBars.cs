using System;
using System.Threading;

namespace FactorGpu.Bars;

/// <summary>The bars of a day in float32 (design 6): prices as counts of each stock's tick, everything else in its own unit; missing = NaN. A field is made when it is first asked for, then kept.</summary>
/// <remarks>May be asked by several threads at once: one of them makes a field, the others wait for it.</remarks>
internal sealed class SingleBars
{
    private readonly double[] _ticks;
    private readonly Func<BarField, ReadOnlyMemory<float>> _make;
    private readonly Lock _gate = new();
    private readonly KeptField?[] _fields = new KeptField?[BarFields.Count];

    /// <param name="ticks">Tick of each stock [S], CNY.</param>
    /// <param name="make">Gives a field [S, T], prices in ticks; asked once for each field at most.</param>
    internal SingleBars(double[] ticks, Func<BarField, ReadOnlyMemory<float>> make)
    {
        _ticks = ticks;
        _make = make;
    }

    /// <summary>Tick of each stock [S], CNY: 0.01, 0.001, <see cref="TickScale.None"/> for one whose prices lie on neither, or what a file says.</summary>
    internal ReadOnlySpan<double> Ticks => _ticks;

    /// <summary>The bars of a day that came in float64.</summary>
    internal static SingleBars Of(DayTensor day)
    {
        double[] ticks = new double[day.Shape.S];
        StockBlocks.For(ticks.Length, (first, count, buffers) =>
        {
            DayTensor block = day.OfStocks(first, count, buffers);
            for (int s = 0; s < count; s++)
            {
                ticks[first + s] = TickScale.Of(block, s);
            }
        });
        return new SingleBars(ticks, field => Narrow(day, field, ticks));
    }

    /// <summary>One field of all stocks [S, T].</summary>
    internal ReadOnlyMemory<float> Field(BarField field)
    {
        ref KeptField? kept = ref _fields[(int)field];
        if (Volatile.Read(ref kept) is { } known)
        {
            return known.Values;
        }

        lock (_gate)
        {
            kept ??= new KeptField(_make(field));
            return kept.Values;
        }
    }

    /// <summary>One field of one stock [T].</summary>
    internal ReadOnlySpan<float> Row(BarField field, int s) => Field(field).Span.Slice(s * BarAxis.SlotCount, BarAxis.SlotCount);

    /// <summary>One value in float64 and its own unit, prices in CNY.</summary>
    internal double Cell(BarField field, int s, int t) => TickScale.ToCny(Row(field, s)[t], TickOf(field, s));

    /// <summary>One field of one stock in float64 and its own unit, prices in CNY.</summary>
    /// <param name="field">The field.</param>
    /// <param name="s">Position of the stock.</param>
    /// <param name="row">Result [T].</param>
    internal void Widen(BarField field, int s, Span<double> row)
    {
        ReadOnlySpan<float> counts = StoredNumbers<float>.Rows(Field(field), s * BarAxis.SlotCount, BarAxis.SlotCount, stackalloc float[BarAxis.SlotCount]);
        TickScale.ToCny(counts, TickOf(field, s), row);
    }

    /// <summary>One field of all stocks in float64 and its own unit, prices in CNY.</summary>
    /// <returns>[S, T].</returns>
    internal double[] Widen(BarField field)
    {
        double[] values = GC.AllocateUninitializedArray<double>(_ticks.Length * BarAxis.SlotCount);
        StockBlocks.For(_ticks.Length, (first, count, _) =>
        {
            for (int s = first; s < first + count; s++)
            {
                Widen(field, s, values.AsSpan(s * BarAxis.SlotCount, BarAxis.SlotCount));
            }
        });
        return values;
    }

    /// <summary>The same bars with <paramref name="count"/> of the stocks from position <paramref name="first"/> on, over the same memory; fields that stay in a file are read.</summary>
    internal SingleBars OfStocks(int first, int count, StockBuffers buffers)
        => new(_ticks[first..(first + count)], field => buffers.Load(field, Field(field).Slice(first * BarAxis.SlotCount, count * BarAxis.SlotCount)));

    private static float[] Narrow(DayTensor day, BarField field, double[] ticks)
    {
        float[] values = GC.AllocateUninitializedArray<float>(day.Shape.FieldLength);
        ReadOnlyMemory<double> source = day.FieldMemory(field);
        bool isOnTicks = BarFields.IsOnTicks(field);
        StockBlocks.For(ticks.Length, (first, count, buffers) =>
        {
            ReadOnlySpan<double> rows = buffers.Load(field, source.Slice(first * BarAxis.SlotCount, count * BarAxis.SlotCount)).Span;
            for (int s = first; s < first + count; s++, rows = rows[BarAxis.SlotCount..])
            {
                TickScale.ToTicks(rows[..BarAxis.SlotCount], isOnTicks ? ticks[s] : TickScale.None, values.AsSpan(s * BarAxis.SlotCount, BarAxis.SlotCount));
            }
        });
        return values;
    }

    private double TickOf(BarField field, int s) => BarFields.IsOnTicks(field) ? _ticks[s] : TickScale.None;

    /// <summary>Memory that is seen whole or not at all.</summary>
    private sealed class KeptField(ReadOnlyMemory<float> values)
    {
        internal ReadOnlyMemory<float> Values { get; } = values;
    }
}
