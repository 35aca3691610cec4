using System;

namespace FactorGpu.Bars;

/// <summary>Memory for the rows of neighbouring stocks that are read from a file, used again for the next ones. For one thread.</summary>
/// <param name="stocks">The most stocks at a time.</param>
internal sealed class StockBuffers(int stocks)
{
    private readonly double[]?[] _doubles = new double[]?[BarFields.Count];
    private readonly float[]?[] _singles = new float[]?[BarFields.Count];

    /// <summary>Rows of a field [S', T] in memory: where they lie there already, else in this memory, until the next rows of the field are read.</summary>
    /// <param name="field">The field.</param>
    /// <param name="rows">The rows.</param>
    internal ReadOnlyMemory<double> Load(BarField field, ReadOnlyMemory<double> rows) => Load(ref _doubles[(int)field], rows);

    /// <inheritdoc cref="Load(BarField, ReadOnlyMemory{double})"/>
    internal ReadOnlyMemory<float> Load(BarField field, ReadOnlyMemory<float> rows) => Load(ref _singles[(int)field], rows);

    private ReadOnlyMemory<TValue> Load<TValue>(ref TValue[]? buffer, ReadOnlyMemory<TValue> rows)
        where TValue : unmanaged
    {
        if (!StoredNumbers<TValue>.Holds(rows))
        {
            return rows;
        }

        buffer ??= GC.AllocateUninitializedArray<TValue>(stocks * BarAxis.SlotCount);
        StoredNumbers<TValue>.Copy(rows, buffer);
        return buffer.AsMemory(0, rows.Length);
    }
}
