using System;
using System.Runtime.Intrinsics;

namespace FactorGpu.Benchmarks.Matrices;

/// <content>Shifts, scans and selections.</content>
internal static partial class MatrixOperators
{
    private static MatrixValue Lag(MatrixCall call) => Shifted(call, call.Attributes[0]);

    private static MatrixValue Lead(MatrixCall call) => Shifted(call, -call.Attributes[0]);

    /// <summary>Rows moved to the right by <paramref name="bars"/>, to the left if it is negative; absent past the ends.</summary>
    private static MatrixValue Shifted(MatrixCall call, int bars)
    {
        Matrix<double> numbers = call.Memory.Numbers();
        Matrix<byte> moved = call.Memory.Masks();
        for (int s = 0; s < call.Memory.Stocks; s++)
        {
            Move<double>(RowOf(call.X.Numbers!, s), RowOf(numbers, s), bars, double.NaN);
            Move<byte>(RowOf(call.X.Present!, s), RowOf(moved, s), bars, 0);
        }

        Matrix<byte> present = Both(moved, call.Sequence!.Rows, call.Memory);
        call.Memory.Release(moved);
        return MatrixValue.OfNumbers(numbers, present);
    }

    private static void Move<T>(ReadOnlySpan<T> row, Span<T> target, int bars, T past)
    {
        int kept = row.Length - Math.Min(Math.Abs(bars), row.Length);
        target.Fill(past);
        row.Slice(Math.Max(-bars, 0), kept).CopyTo(target[Math.Max(bars, 0)..]);
    }

    private static MatrixValue Cummax(MatrixCall call)
    {
        Matrix<double> numbers = call.Memory.Numbers();
        for (int s = 0; s < call.Memory.Stocks; s++)
        {
            ReadOnlySpan<double> x = RowOf(call.X.Numbers!, s);
            ReadOnlySpan<byte> present = RowOf(call.X.Present!, s);
            Span<double> row = RowOf(numbers, s);
            double largest = double.NegativeInfinity;
            for (int i = 0; i < row.Length; i++)
            {
                largest = present[i] != 0 ? Math.Max(largest, x[i]) : largest;
                row[i] = largest;
            }
        }

        return MatrixValue.OfNumbers(numbers, call.X.Present!);
    }

    private static MatrixValue Where(MatrixCall call)
    {
        Matrix<byte> present = call.AllPresent();
        Matrix<byte> kept = Both(present, call.Y.Truths!, call.Memory);
        call.Memory.Release(present);
        return MatrixValue.OfNumbers(call.X.Numbers!, kept);
    }

    private static MatrixValue Between(MatrixCall call)
    {
        byte[] slots = call.Sequence!.Slots.Items;
        byte[] present = call.X.Present!.Items;
        Matrix<byte> kept = call.Memory.Masks();
        var first = Vector512.Create((byte)call.Attributes[0]);
        var last = Vector512.Create((byte)call.Attributes[1]);
        for (int i = 0; i < slots.Length; i += Vector512<byte>.Count)
        {
            var slot = Vector512.Create(slots, i);
            Vector512<byte> isInside = Vector512.GreaterThanOrEqual(slot, first) & Vector512.LessThanOrEqual(slot, last);
            (Vector512.Create(present, i) & isInside).CopyTo(kept.Items, i);
        }

        return MatrixValue.OfNumbers(call.X.Numbers!, kept);
    }

    private static MatrixValue Present(MatrixCall call) => MatrixValue.OfTruths(call.X.Present!, call.Sequence!.Rows);

    private static MatrixValue TopFraction(MatrixCall call)
    {
        Matrix<byte> truths = call.Memory.Masks();
        Span<double> keys = stackalloc double[RowStride];
        for (int s = 0; s < call.Memory.Stocks; s++)
        {
            Span<byte> picked = RowOf(truths, s);
            picked.Clear();
            ReadOnlySpan<double> key = RowOf(call.X.Numbers!, s);
            ReadOnlySpan<byte> present = RowOf(call.X.Present!, s);
            int m = Compress(key, present, keys);
            int k = (int)((long)call.Attributes[0] * m / call.Attributes[1]);
            if (k > 0)
            {
                keys[..m].Sort();
                Pick(key, present, keys[m - k], k - CountAbove(keys[..m], keys[m - k]), picked);
            }
        }

        return MatrixValue.OfTruths(truths, call.X.Present!);
    }

    /// <summary>The present elements in time order; gives how many there are.</summary>
    private static int Compress(ReadOnlySpan<double> x, ReadOnlySpan<byte> present, Span<double> elements)
    {
        int n = 0;
        for (int i = 0; i < x.Length; i++)
        {
            elements[n] = x[i];
            n += present[i];
        }

        return n;
    }

    private static int CountAbove(ReadOnlySpan<double> ascending, double threshold)
    {
        int n = 0;
        while (n < ascending.Length && ascending[^(n + 1)] > threshold)
        {
            n++;
        }

        return n;
    }

    /// <summary>Marks the elements above the threshold and the first <paramref name="ties"/> that equal it.</summary>
    private static void Pick(ReadOnlySpan<double> key, ReadOnlySpan<byte> present, double threshold, int ties, Span<byte> picked)
    {
        for (int i = 0; i < key.Length; i++)
        {
            bool isTie = key[i] == threshold && ties > 0 && present[i] != 0;
            ties -= isTie ? 1 : 0;
            picked[i] = (byte)(present[i] & (isTie || key[i] > threshold ? 1 : 0));
        }
    }
}
