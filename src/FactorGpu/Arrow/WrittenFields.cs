using System;
using System.Collections.Immutable;
using System.Linq;
using System.Numerics;
using FactorGpu.Bars;

namespace FactorGpu.Arrow;

/// <summary>Which fields a bar file of some days has.</summary>
internal static class WrittenFields
{
    private const int BlockCells = StockBlocks.Length * BarAxis.SlotCount;

    /// <summary>The fields of a file in the dense layout: those that a reader needs, and those that have a value on any day.</summary>
    internal static ImmutableArray<BarField> Dense(ImmutableArray<DayTensor> days)
        => [.. BarFields.All.Where(field => BarFields.Required.Contains(field) || days.Any(day => !IsMissing(day, field)))];

    /// <summary>The fields of a file in the long layout: those of the dense one, and vwap, which a reader would make of amount and volume if the file lacked it.</summary>
    internal static ImmutableArray<BarField> Long(ImmutableArray<DayTensor> days)
        => [.. Dense(days).Add(BarField.Vwap).Distinct().Order()];

    /// <summary>True when all values are NaN. Nothing is converted for it.</summary>
    internal static bool IsMissing(DayTensor day, BarField field)
        => day.IsSingle ? IsMissing(day.Single.Field(field)) : IsMissing(day.FieldMemory(field));

    private static bool IsMissing<TValue>(ReadOnlyMemory<TValue> values)
        where TValue : unmanaged, IFloatingPointIeee754<TValue>
    {
        TValue[] buffer = new TValue[StoredNumbers<TValue>.Holds(values) ? BlockCells : 0];
        for (int first = 0; first < values.Length; first += BlockCells)
        {
            foreach (TValue value in StoredNumbers<TValue>.Rows(values, first, Math.Min(BlockCells, values.Length - first), buffer))
            {
                if (!TValue.IsNaN(value))
                {
                    return false;
                }
            }
        }

        return true;
    }
}
