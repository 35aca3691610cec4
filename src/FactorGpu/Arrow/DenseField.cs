using System;
using System.Numerics;
using FactorGpu.Arrow.Ipc;
using FactorGpu.Bars;
using FactorGpu.Errors;

namespace FactorGpu.Arrow;

/// <summary>Reads one field of one day of a file in the dense layout: stored in the file if it stands there as it is, else as a copy.</summary>
/// <typeparam name="TValue">float64, or float32 in a file of single precision.</typeparam>
internal static class DenseField<TValue>
    where TValue : unmanaged, IFloatingPointIeee754<TValue>
{
    private static readonly ArrowTypeKind s_kind = typeof(TValue) == typeof(double) ? ArrowTypeKind.Float64 : ArrowTypeKind.Float32;

    /// <summary>Reads the values of a column of lists.</summary>
    /// <param name="batch">The day.</param>
    /// <param name="column">A column of lists of 242 float64 or float32 values.</param>
    /// <returns>[S, T]; a null value, and the values of a null list, are NaN.</returns>
    /// <exception cref="BarFormatException">The buffers of the column do not hold the values.</exception>
    internal static ReadOnlyMemory<TValue> Lists(ArrowBatch batch, ArrowField column)
    {
        int count = batch.RowCount * BarAxis.SlotCount;
        ArrowColumn lists = batch.Column(column);
        ArrowField child = column.Children[0];
        if (lists.Validity.IsEmpty && child.Type.Kind == s_kind && batch.TryStored(child, count, out ReadOnlyMemory<TValue> stored))
        {
            return stored;
        }

        TValue[] values = Numbers(batch.Column(child, count));
        for (int s = lists.FirstNull(0, lists.RowCount); s >= 0; s = lists.FirstNull(s + 1, lists.RowCount - s - 1))
        {
            values.AsSpan(s * BarAxis.SlotCount, BarAxis.SlotCount).Fill(TValue.NaN);
        }

        return values;
    }

    /// <summary>Reads the values of a column of numbers, one a stock-day, which stands in all slots.</summary>
    /// <param name="batch">The day.</param>
    /// <param name="column">A column of numbers.</param>
    /// <returns>[S, T]; null is NaN.</returns>
    internal static ReadOnlyMemory<TValue> Repeated(ArrowBatch batch, ArrowField column)
    {
        TValue[] perStock = Numbers(batch.Column(column));
        TValue[] values = GC.AllocateUninitializedArray<TValue>(perStock.Length * BarAxis.SlotCount);
        for (int s = 0; s < perStock.Length; s++)
        {
            values.AsSpan(s * BarAxis.SlotCount, BarAxis.SlotCount).Fill(perStock[s]);
        }

        return values;
    }

    private static TValue[] Numbers(ArrowColumn column)
    {
        column.RefuseRowsWithoutBytes();
        double[] numbers = GC.AllocateUninitializedArray<double>(column.RowCount);
        ArrowNumbers.Read(column, numbers);
        return numbers as TValue[] ?? Array.ConvertAll(numbers, TValue.CreateSaturating);
    }
}
