using System;
using System.Collections.Immutable;
using System.Linq;
using System.Numerics;
using FactorGpu.Bars;

namespace FactorGpu.Arrow;

/// <summary>The fields of all stock-days of a call while rows are put into them, each [stock-day, T]. A cell is the place of one slot of one stock-day.</summary>
internal sealed class DayCells
{
    private const ulong LastWordSlots = (1UL << (BarAxis.SlotCount % 64)) - 1;

    private readonly ulong[] _taken;
    private readonly double[]?[] _values = new double[]?[BarFields.Count];

    /// <param name="stockDays">Number of stock-days.</param>
    /// <param name="fields">The fields that any row has; the others are missing throughout.</param>
    internal DayCells(int stockDays, ImmutableArray<BarField> fields)
    {
        _taken = new ulong[(long)stockDays * SlotMask.WordCount];
        Fields = fields;
        foreach (BarField field in fields)
        {
            _values[(int)field] = GC.AllocateUninitializedArray<double>(stockDays * BarAxis.SlotCount);
        }
    }

    /// <summary>The fields that any row has.</summary>
    internal ImmutableArray<BarField> Fields { get; }

    /// <summary>Number of cells.</summary>
    internal int Count => _taken.Length / SlotMask.WordCount * BarAxis.SlotCount;

    /// <summary>The values of one of <see cref="Fields"/>, [stock-day, T]; those of cells that no row took are there after <see cref="FillMissing"/>.</summary>
    internal Span<double> Values(BarField field) => _values[(int)field];

    /// <summary>Marks a cell as taken.</summary>
    /// <returns>False when another row has taken it.</returns>
    internal bool TryTake(int cell)
    {
        (int stockDay, int slot) = Math.DivRem(cell, BarAxis.SlotCount);
        ulong bit = 1UL << (slot & 63);
        ref ulong word = ref _taken[(stockDay * SlotMask.WordCount) + (slot >> 6)];
        bool isFree = (word & bit) == 0;
        word |= bit;
        return isFree;
    }

    /// <summary>The cells of a stock-day that rows have taken.</summary>
    internal SlotMask Taken(int stockDay)
    {
        ReadOnlySpan<ulong> words = _taken.AsSpan(stockDay * SlotMask.WordCount, SlotMask.WordCount);
        return new SlotMask(words[0], words[1], words[2], words[3]);
    }

    /// <summary>Makes the cells of a field that no row took NaN.</summary>
    internal void FillMissing(BarField field)
    {
        Span<double> values = _values[(int)field];
        for (int w = 0; w < _taken.Length; w++)
        {
            bool isLast = w % SlotMask.WordCount == SlotMask.WordCount - 1;
            ulong free = ~_taken[w] & (isLast ? LastWordSlots : ulong.MaxValue);
            int first = (w / SlotMask.WordCount * BarAxis.SlotCount) + (w % SlotMask.WordCount * 64);
            for (; free != 0; free &= free - 1)
            {
                values[first + BitOperations.TrailingZeroCount(free)] = double.NaN;
            }
        }
    }

    /// <summary>The fields of one day, each [S, T]; those that no row has share one memory of NaN.</summary>
    /// <param name="first">First stock-day.</param>
    /// <param name="S">Number of stocks.</param>
    /// <param name="missing">S x T NaN.</param>
    internal ImmutableArray<ReadOnlyMemory<double>> Day(int first, int S, ReadOnlyMemory<double> missing)
        => [.. _values.Select(values => values is null
            ? missing
            : (ReadOnlyMemory<double>)values.AsMemory(first * BarAxis.SlotCount, S * BarAxis.SlotCount))];
}
