using System;
using FactorGpu.Arrow.Ipc;
using FactorGpu.Bars;
using FactorGpu.Errors;

namespace FactorGpu.Arrow;

/// <summary>Reads one field of one day of a file in the dense layout: where it lies in the file if it can be used there, else as a copy.</summary>
internal static class DenseField
{
    /// <summary>Reads the values of a column of lists.</summary>
    /// <param name="batch">The day.</param>
    /// <param name="column">A column of lists of 242 float64 or float32 values.</param>
    /// <param name="mapping">Maps the file.</param>
    /// <returns>[S, T]; a null value, and the values of a null list, are NaN.</returns>
    /// <exception cref="BarFormatException">The buffers of the column do not hold the values.</exception>
    internal static ReadOnlyMemory<double> Lists(ArrowBatch batch, ArrowField column, Func<MappedBytes> mapping)
    {
        int count = batch.RowCount * BarAxis.SlotCount;
        ArrowColumn lists = batch.Column(column);
        ArrowField child = column.Children[0];
        if (lists.Validity.IsEmpty && TryUseInPlace(batch, child, count, mapping, out ReadOnlyMemory<double> inPlace))
        {
            return inPlace;
        }

        ArrowColumn numbers = batch.Column(child, count);
        double[] values = GC.AllocateUninitializedArray<double>(count);
        ArrowNumbers.Read(numbers, values);
        for (int s = lists.FirstNull(0, lists.RowCount); s >= 0; s = lists.FirstNull(s + 1, lists.RowCount - s - 1))
        {
            values.AsSpan(s * BarAxis.SlotCount, BarAxis.SlotCount).Fill(double.NaN);
        }

        return values;
    }

    /// <summary>Reads the values of a column of numbers, one a stock-day, which stands in all slots.</summary>
    /// <param name="batch">The day.</param>
    /// <param name="column">A column of numbers.</param>
    /// <returns>[S, T]; null is NaN.</returns>
    internal static ReadOnlyMemory<double> Repeated(ArrowBatch batch, ArrowField column)
    {
        double[] perStock = new double[batch.RowCount];
        ArrowNumbers.Read(batch.Column(column), perStock);
        double[] values = GC.AllocateUninitializedArray<double>(perStock.Length * BarAxis.SlotCount);
        for (int s = 0; s < perStock.Length; s++)
        {
            values.AsSpan(s * BarAxis.SlotCount, BarAxis.SlotCount).Fill(perStock[s]);
        }

        return values;
    }

    private static bool TryUseInPlace(
        ArrowBatch batch, ArrowField child, int count, Func<MappedBytes> mapping, out ReadOnlyMemory<double> values)
    {
        values = default;
        if (child.Type.Kind != ArrowTypeKind.Float64 || !batch.TryPlace(child, count, out (long Offset, long Length) place))
        {
            return false;
        }

        bool isUsable = place.Offset % sizeof(double) == 0 && place.Length >= (long)count * sizeof(double);
        values = isUsable ? mapping().Doubles(place.Offset, count) : default;
        return isUsable;
    }
}
