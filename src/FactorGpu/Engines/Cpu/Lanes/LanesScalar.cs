using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FactorGpu.Engines.Cpu.Lanes;

/// <summary>A group as so many numbers, for hardware without vectors: the plainest statement of what the others do.</summary>
[InlineArray(Bytes)]
internal unsafe struct LanesScalar<T> : ILanes<LanesScalar<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int Bytes = 64;

    private byte _byte;

    public static int Count => Bytes / sizeof(T);

    public static LanesScalar<T> Load(T* source)
    {
        LanesScalar<T> loaded = default;
        new ReadOnlySpan<T>(source, Count).CopyTo(Lanes(ref loaded));
        return loaded;
    }

    public static LanesScalar<T> All(T value)
    {
        LanesScalar<T> all = default;
        Lanes(ref all).Fill(value);
        return all;
    }

    public static LanesScalar<T> operator +(LanesScalar<T> a, LanesScalar<T> b) => Each(a, b, static (x, y) => x + y);

    public static LanesScalar<T> operator -(LanesScalar<T> a, LanesScalar<T> b) => Each(a, b, static (x, y) => x - y);

    public static LanesScalar<T> operator *(LanesScalar<T> a, LanesScalar<T> b) => Each(a, b, static (x, y) => x * y);

    public static LanesScalar<T> Divide(LanesScalar<T> a, LanesScalar<T> b) => Each(a, b, static (x, y) => y == T.Zero ? T.NaN : x / y);

    public static LanesScalar<T> Negate(LanesScalar<T> a) => Each(a, a, static (x, _) => -x);

    public static LanesScalar<T> Abs(LanesScalar<T> a) => Each(a, a, static (x, _) => T.Abs(x));

    public static LanesScalar<T> Sqrt(LanesScalar<T> a) => Each(a, a, static (x, _) => T.Sqrt(x));

    public static LanesScalar<T> Minimum(LanesScalar<T> a, LanesScalar<T> b) => Each(a, b, static (x, y) => T.Min(x, y));

    public static LanesScalar<T> Maximum(LanesScalar<T> a, LanesScalar<T> b) => Each(a, b, static (x, y) => T.Max(x, y));

    public static LanesScalar<T> Lower(LanesScalar<T> a, LanesScalar<T> b) => Each(a, b, static (x, y) => x < y ? x : y);

    public static LanesScalar<T> Higher(LanesScalar<T> a, LanesScalar<T> b) => Each(a, b, static (x, y) => x > y ? x : y);

    public static LanesScalar<T> Finite(LanesScalar<T> a) => Each(a, a, static (x, _) => T.IsFinite(x) ? x : T.NaN);

    public static LanesScalar<T> RunningMaximum(LanesScalar<T> a)
    {
        Span<T> lanes = Lanes(ref a);
        for (int j = 1; j < Count; j++)
        {
            lanes[j] = T.Max(lanes[j - 1], lanes[j]);
        }

        return a;
    }

    public static uint Less(LanesScalar<T> a, LanesScalar<T> b) => Test(a, b, static (x, y) => x < y);

    public static uint LessOrEqual(LanesScalar<T> a, LanesScalar<T> b) => Test(a, b, static (x, y) => x <= y);

    public static uint Equal(LanesScalar<T> a, LanesScalar<T> b) => Test(a, b, static (x, y) => x == y);

    public static LanesScalar<T> And(LanesScalar<T> a, LanesScalar<T> b) => EachBits(a, b, static (x, y) => x & y);

    public static LanesScalar<T> Or(LanesScalar<T> a, LanesScalar<T> b) => EachBits(a, b, static (x, y) => x | y);

    public static LanesScalar<T> ShiftUp(LanesScalar<T> a, int bits) => EachBits(a, a, (x, _) => x << bits);

    public static LanesScalar<T> ShiftDown(LanesScalar<T> a, int bits) => EachBits(a, a, (x, _) => x >> bits);

    public static LanesScalar<T> Choose(uint bits, LanesScalar<T> a, LanesScalar<T> b)
    {
        Span<T> lanes = Lanes(ref a);
        for (int j = 0; j < Count; j++)
        {
            lanes[j] = (bits >> j & 1) != 0 ? lanes[j] : Lanes(ref b)[j];
        }

        return a;
    }

    public static LanesScalar<T> Swap(LanesScalar<T> a, int bytes)
    {
        LanesScalar<T> swapped = default;
        for (int j = 0; j < Count; j++)
        {
            Lanes(ref swapped)[j] = Lanes(ref a)[j ^ (bytes / sizeof(T))];
        }

        return swapped;
    }

    public static T First(LanesScalar<T> a) => Lanes(ref a)[0];

    public static void Store(LanesScalar<T> a, T* target) => Lanes(ref a).CopyTo(new Span<T>(target, Count));

    public static void StoreCodes(LanesScalar<T> a, long low, int shift, byte* target)
    {
        for (int j = 0; j < Count; j++)
        {
            target[j] = (byte)((ulong)(Math.Max(Ordinal(Lanes(ref a)[j]), low) - low) >> shift);
        }
    }

    /// <summary>Whole numbers in the order of numbers; -0 and +0 are one.</summary>
    internal static long Ordinal(T x)
    {
        if (sizeof(T) == sizeof(float))
        {
            int half = Unsafe.BitCast<T, int>(x);
            return half >= 0 ? half : int.MinValue - half;
        }

        long bits = Unsafe.BitCast<T, long>(x);
        return bits >= 0 ? bits : long.MinValue - bits;
    }

    private static LanesScalar<T> Each(LanesScalar<T> a, LanesScalar<T> b, Func<T, T, T> f)
    {
        Span<T> lanes = Lanes(ref a);
        for (int j = 0; j < Count; j++)
        {
            lanes[j] = f(lanes[j], Lanes(ref b)[j]);
        }

        return a;
    }

    private static LanesScalar<T> EachBits(LanesScalar<T> a, LanesScalar<T> b, Func<ulong, ulong, ulong> f)
    {
        Span<ulong> bits = MemoryMarshal.Cast<byte, ulong>((Span<byte>)a);
        ReadOnlySpan<ulong> others = MemoryMarshal.Cast<byte, ulong>((Span<byte>)b);
        for (int j = 0; j < bits.Length; j++)
        {
            bits[j] = f(bits[j], others[j]);
        }

        return a;
    }

    private static uint Test(LanesScalar<T> a, LanesScalar<T> b, Func<T, T, bool> test)
    {
        uint bits = 0;
        for (int j = 0; j < Count; j++)
        {
            bits |= test(Lanes(ref a)[j], Lanes(ref b)[j]) ? 1u << j : 0;
        }

        return bits;
    }

    private static Span<T> Lanes(ref LanesScalar<T> lanes) => MemoryMarshal.Cast<byte, T>((Span<byte>)lanes);
}
