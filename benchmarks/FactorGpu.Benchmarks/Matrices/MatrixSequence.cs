using System;
using System.Collections.Generic;
using FactorGpu.Bars;
using FactorGpu.Expressions;

namespace FactorGpu.Benchmarks.Matrices;

/// <summary>The bars of a sequence for all stocks: the valid ones of each stock at the left of its row.</summary>
internal sealed class MatrixSequence
{
    private readonly DayTensor _day;
    private readonly MatrixMemory _memory;
    private readonly int[] _bars;

    internal MatrixSequence(DayTensor day, Sequence sequence, MatrixMemory memory)
    {
        if (sequence.Condition is not null)
        {
            throw new NotSupportedException("The matrices of the benchmark know sequences of the whole day; this one has a condition. Leave out factors with where_bars.");
        }

        _day = day;
        _memory = memory;
        _bars = new int[day.Shape.S];
        Slots = memory.Masks();
        Rows = memory.Masks();
        Array.Clear(Slots.Items);
        Array.Clear(Rows.Items);
        SlotRange scope = BarAxis.SlotsOf(sequence.Scope);
        for (int s = 0; s < _bars.Length; s++)
        {
            Place(s, day.ValidBars(s, sequence.Requirements), scope);
        }
    }

    /// <summary>Slot of each bar.</summary>
    internal Matrix<byte> Slots { get; }

    /// <summary>1 at the bars that a stock has.</summary>
    internal Matrix<byte> Rows { get; }

    /// <summary>The sequence's own matrices, to be kept while the day is computed.</summary>
    internal IEnumerable<MatrixValue> Held => [MatrixValue.OfTruths(Slots, Rows)];

    /// <summary>A field of the bars.</summary>
    internal MatrixValue Field(BarField field)
    {
        Matrix<double> values = _memory.Numbers();
        for (int s = 0; s < _bars.Length; s++)
        {
            ReadOnlySpan<double> row = _day.Row(field, s);
            Span<double> target = values.Items.AsSpan(s * MatrixMemory.RowStride, MatrixMemory.RowStride);
            if (_bars[s] == row.Length)
            {
                row.CopyTo(target);
                continue;
            }

            ReadOnlySpan<byte> slots = Slots.Items.AsSpan(s * MatrixMemory.RowStride, _bars[s]);
            for (int i = 0; i < slots.Length; i++)
            {
                target[i] = row[slots[i]];
            }
        }

        return MatrixValue.OfNumbers(values, Rows);
    }

    private void Place(int s, SlotMask valid, SlotRange scope)
    {
        Span<byte> slots = Slots.Items.AsSpan(s * MatrixMemory.RowStride, MatrixMemory.RowStride);
        int N = 0;
        for (int t = scope.First; t <= scope.Last; t++)
        {
            if (valid.Contains(t))
            {
                slots[N++] = (byte)t;
            }
        }

        _bars[s] = N;
        Rows.Items.AsSpan(s * MatrixMemory.RowStride, N).Fill(1);
    }
}
