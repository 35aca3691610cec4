using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Threading.Tasks;
using FactorGpu.Bars;
using FactorGpu.Compilation;

namespace FactorGpu.Benchmarks.Yardstick;

/// <summary>Reads the bytes that a program cannot do without, once, and does nothing with them but add them up: what no engine can be faster than.</summary>
/// <remarks>The fields that the program names, but for those with one value a day, and the validity bitmaps of its sequences; field after field, as they lie.</remarks>
internal sealed class ReadOnce<T>
    where T : unmanaged, INumber<T>
{
    private readonly ImmutableArray<ImmutableArray<ReadOnlyMemory<T>>> _days;
    private readonly ulong[] _bitmaps;
    private readonly int _threads;

    internal ReadOnce(FactorProgram program, YardstickDays days, int threads)
    {
        _threads = threads;
        _days = [.. Enumerable.Range(0, YardstickDays.Copies).Select(turn => OfMinutes(program).Select(field => Values(days[turn].FieldMemory(field))).ToImmutableArray())];
        _bitmaps = [.. program.Sequences.Select(sequence => sequence.Requirements).Distinct().SelectMany(needed => Enumerable.Range(0, days.Stocks).SelectMany(s => Words(days[0].ValidBars(s, needed))))];
    }

    /// <summary>Something that depends on every byte.</summary>
    internal double Sum(int turn)
    {
        if (_threads == 1)
        {
            return Sum(turn, thread: 0);
        }

        double[] sums = new double[_threads];
        Parallel.For(0, _threads, new ParallelOptions { MaxDegreeOfParallelism = _threads }, thread => sums[thread] = Sum(turn, thread));
        return sums.Sum();
    }

    private double Sum(int turn, int thread)
    {
        double sum = Added(Part<ulong>(_bitmaps, thread));
        foreach (ReadOnlyMemory<T> field in _days[turn % YardstickDays.Copies])
        {
            sum += Added(Part(field.Span, thread));
        }

        return sum;
    }

    private static IEnumerable<BarField> OfMinutes(FactorProgram program) => program.Fields.Where(field => !BarFields.IsDayValue(field));

    private ReadOnlySpan<TItem> Part<TItem>(ReadOnlySpan<TItem> all, int thread)
    {
        int first = (int)((long)all.Length * thread / _threads);
        int end = (int)((long)all.Length * (thread + 1) / _threads);
        return all[first..end];
    }

    /// <summary>Eight sums at a time, so that adding waits for memory and not for the addition before it.</summary>
    private static double Added<TItem>(ReadOnlySpan<TItem> items)
        where TItem : unmanaged, INumber<TItem>
    {
        int width = Vector512<TItem>.Count;
        ref TItem first = ref MemoryMarshal.GetReference(items);
        Vector512<TItem> a = default, b = default, c = default, d = default, e = default, f = default, g = default, h = default;
        int i = 0;
        for (; i <= items.Length - (8 * width); i += 8 * width)
        {
            a += Vector512.LoadUnsafe(ref first, (nuint)i);
            b += Vector512.LoadUnsafe(ref first, (nuint)(i + width));
            c += Vector512.LoadUnsafe(ref first, (nuint)(i + (2 * width)));
            d += Vector512.LoadUnsafe(ref first, (nuint)(i + (3 * width)));
            e += Vector512.LoadUnsafe(ref first, (nuint)(i + (4 * width)));
            f += Vector512.LoadUnsafe(ref first, (nuint)(i + (5 * width)));
            g += Vector512.LoadUnsafe(ref first, (nuint)(i + (6 * width)));
            h += Vector512.LoadUnsafe(ref first, (nuint)(i + (7 * width)));
        }

        TItem sum = Vector512.Sum(a + b + c + d + e + f + g + h);
        for (; i < items.Length; i++)
        {
            sum += items[i];
        }

        return double.CreateTruncating(sum);
    }

    /// <summary>The field itself where it is of this type, else as this type.</summary>
    private static ReadOnlyMemory<T> Values(ReadOnlyMemory<double> field)
        => field is ReadOnlyMemory<T> same ? same : field.ToArray().Select(T.CreateTruncating).ToArray();

    private static ulong[] Words(SlotMask mask) => [mask.Word0, mask.Word1, mask.Word2, mask.Word3];
}
