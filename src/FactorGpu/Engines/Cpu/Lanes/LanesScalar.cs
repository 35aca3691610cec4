using System;
using System.Runtime.CompilerServices;

namespace FactorGpu.Engines.Cpu.Lanes;

/// <summary>Eight lanes as eight numbers, for hardware without vectors: the plainest statement of what the others do.</summary>
[InlineArray(Count)]
internal unsafe struct LanesScalar : ILanes<LanesScalar>
{
    private const int Count = 8;

    private double _lane;

    public static LanesScalar Load(double* source)
    {
        LanesScalar loaded = default;
        new ReadOnlySpan<double>(source, Count).CopyTo(loaded);
        return loaded;
    }

    public static LanesScalar All(double value)
    {
        LanesScalar all = default;
        ((Span<double>)all).Fill(value);
        return all;
    }

    public static LanesScalar operator +(LanesScalar a, LanesScalar b) => Each(a, b, static (x, y) => x + y);

    public static LanesScalar operator -(LanesScalar a, LanesScalar b) => Each(a, b, static (x, y) => x - y);

    public static LanesScalar operator *(LanesScalar a, LanesScalar b) => Each(a, b, static (x, y) => x * y);

    public static LanesScalar Divide(LanesScalar a, LanesScalar b) => Each(a, b, static (x, y) => y == 0 ? double.NaN : x / y);

    public static LanesScalar Negate(LanesScalar a) => Each(a, a, static (x, _) => -x);

    public static LanesScalar Abs(LanesScalar a) => Each(a, a, static (x, _) => Math.Abs(x));

    public static LanesScalar Sqrt(LanesScalar a) => Each(a, a, static (x, _) => Math.Sqrt(x));

    public static LanesScalar Minimum(LanesScalar a, LanesScalar b) => Each(a, b, static (x, y) => Math.Min(x, y));

    public static LanesScalar Maximum(LanesScalar a, LanesScalar b) => Each(a, b, static (x, y) => Math.Max(x, y));

    public static LanesScalar Lower(LanesScalar a, LanesScalar b) => Each(a, b, static (x, y) => x < y ? x : y);

    public static LanesScalar Higher(LanesScalar a, LanesScalar b) => Each(a, b, static (x, y) => x > y ? x : y);

    public static LanesScalar Finite(LanesScalar a) => Each(a, a, static (x, _) => double.IsFinite(x) ? x : double.NaN);

    public static LanesScalar RunningMaximum(LanesScalar a)
    {
        for (int j = 1; j < Count; j++)
        {
            a[j] = Math.Max(a[j - 1], a[j]);
        }

        return a;
    }

    public static uint Less(LanesScalar a, LanesScalar b) => Test(a, b, static (x, y) => x < y);

    public static uint LessOrEqual(LanesScalar a, LanesScalar b) => Test(a, b, static (x, y) => x <= y);

    public static uint Equal(LanesScalar a, LanesScalar b) => Test(a, b, static (x, y) => x == y);

    public static LanesScalar Choose(uint bits, LanesScalar a, LanesScalar b)
    {
        for (int j = 0; j < Count; j++)
        {
            a[j] = (bits >> j & 1) != 0 ? a[j] : b[j];
        }

        return a;
    }

    public static LanesScalar Swap(LanesScalar a, int distance)
    {
        LanesScalar swapped = default;
        for (int j = 0; j < Count; j++)
        {
            swapped[j] = a[j ^ distance];
        }

        return swapped;
    }

    public static double First(LanesScalar a) => a[0];

    public static void Store(LanesScalar a, double* target) => ((ReadOnlySpan<double>)a).CopyTo(new Span<double>(target, Count));

    private static LanesScalar Each(LanesScalar a, LanesScalar b, Func<double, double, double> f)
    {
        for (int j = 0; j < Count; j++)
        {
            a[j] = f(a[j], b[j]);
        }

        return a;
    }

    private static uint Test(LanesScalar a, LanesScalar b, Func<double, double, bool> test)
    {
        uint bits = 0;
        for (int j = 0; j < Count; j++)
        {
            bits |= test(a[j], b[j]) ? 1u << j : 0;
        }

        return bits;
    }
}
