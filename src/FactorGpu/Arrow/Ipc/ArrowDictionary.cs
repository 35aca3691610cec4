using System;
using System.Collections.Generic;
using System.Threading;

namespace FactorGpu.Arrow.Ipc;

/// <summary>The values of dictionary-encoded columns, as they hold for some record batches: one dictionary batch, after those to which it adds.</summary>
/// <remarks>Never changes; may be read by several threads at once. What is decoded of a batch is kept, because many record batches use it.</remarks>
internal sealed class ArrowDictionary
{
    private readonly ArrowBatch _own;

    // The parts from the first on; later ones are added while the messages of the file are read, before any value is.
    private readonly List<ArrowDictionary> _chain;
    private readonly int _index;
    private ArrowColumn? _values;
    private double[]? _numbers;

    /// <param name="before">What the batch adds to; null when it is the first.</param>
    /// <param name="own">The batch.</param>
    internal ArrowDictionary(ArrowDictionary? before, ArrowBatch own)
    {
        _own = own;
        _chain = before?._chain ?? [];
        _index = _chain.Count;
        _chain.Add(this);
        Before = before;
        Count = Start + own.RowCount;
    }

    /// <summary>What this one's batch adds to.</summary>
    internal ArrowDictionary? Before { get; }

    /// <summary>Number of values, those before included.</summary>
    internal long Count { get; }

    private long Start => Before?.Count ?? 0;

    /// <summary>Refuses a batch of the dictionary with more values than bytes, before memory is taken for them.</summary>
    /// <param name="field">The encoded column.</param>
    internal void RefuseRowsWithoutBytes(ArrowField field) => Values(field).RefuseRowsWithoutBytes();

    /// <summary>Finds the column in which a value stands.</summary>
    /// <param name="field">The encoded column.</param>
    /// <param name="entry">Position of the value, below <see cref="Count"/>.</param>
    /// <param name="row">Its row in the column.</param>
    internal ArrowColumn Find(ArrowField field, int entry, out int row)
    {
        // The last part that starts at the value or before it.
        int low = 0;
        int high = _index;
        while (low < high)
        {
            int middle = high - ((high - low) / 2);
            (low, high) = _chain[middle].Start <= entry ? (middle, high) : (low, middle - 1);
        }

        row = entry - (int)_chain[low].Start;
        return _chain[low].Values(field);
    }

    /// <summary>All values of a dictionary of numbers, widened to float64; null is NaN.</summary>
    /// <param name="field">The encoded column.</param>
    internal ReadOnlySpan<double> Numbers(ArrowField field)
    {
        if (Before is null)
        {
            return OwnNumbers(field);
        }

        var parts = new Stack<ArrowDictionary>();
        for (ArrowDictionary? part = this; part is not null; part = part.Before)
        {
            parts.Push(part);
        }

        double[] all = new double[Count];
        int filled = 0;
        foreach (ArrowDictionary part in parts)
        {
            ReadOnlySpan<double> own = part.OwnNumbers(field);
            own.CopyTo(all.AsSpan(filled));
            filled += own.Length;
        }

        return all;
    }

    private ReadOnlySpan<double> OwnNumbers(ArrowField field)
    {
        if (Volatile.Read(ref _numbers) is { } known)
        {
            return known;
        }

        ArrowColumn values = Values(field);
        values.RefuseRowsWithoutBytes();
        double[] numbers = new double[values.RowCount];
        ArrowNumbers.Read(values, numbers);
        Volatile.Write(ref _numbers, numbers);
        return numbers;
    }

    private ArrowColumn Values(ArrowField field)
    {
        if (Volatile.Read(ref _values) is { } known)
        {
            return known;
        }

        ArrowColumn values = _own.Column(field.Encoding!.Values);
        Volatile.Write(ref _values, values);
        return values;
    }
}
