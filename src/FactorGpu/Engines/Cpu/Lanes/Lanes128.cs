using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FactorGpu.Engines.Cpu.Lanes;

/// <summary>Eight lanes in four vectors of 128 bits, in order.</summary>
internal readonly unsafe struct Lanes128 : ILanes<Lanes128>
{
    private readonly Vector128<double> _x0;
    private readonly Vector128<double> _x1;
    private readonly Vector128<double> _x2;
    private readonly Vector128<double> _x3;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Lanes128(Vector128<double> x0, Vector128<double> x1, Vector128<double> x2, Vector128<double> x3)
    {
        _x0 = x0;
        _x1 = x1;
        _x2 = x2;
        _x3 = x3;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Load(double* source)
        => new(Vector128.Load(source), Vector128.Load(source + 2), Vector128.Load(source + 4), Vector128.Load(source + 6));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 All(double value)
    {
        Vector128<double> x = Vector128.Create(value);
        return new(x, x, x, x);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 operator +(Lanes128 a, Lanes128 b)
        => new(a._x0 + b._x0, a._x1 + b._x1, a._x2 + b._x2, a._x3 + b._x3);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 operator -(Lanes128 a, Lanes128 b)
        => new(a._x0 - b._x0, a._x1 - b._x1, a._x2 - b._x2, a._x3 - b._x3);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 operator *(Lanes128 a, Lanes128 b)
        => new(a._x0 * b._x0, a._x1 * b._x1, a._x2 * b._x2, a._x3 * b._x3);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Divide(Lanes128 a, Lanes128 b)
        => new(Quotient(a._x0, b._x0), Quotient(a._x1, b._x1), Quotient(a._x2, b._x2), Quotient(a._x3, b._x3));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Negate(Lanes128 a)
        => new(a._x0 ^ Vector128.Create(-0.0), a._x1 ^ Vector128.Create(-0.0), a._x2 ^ Vector128.Create(-0.0), a._x3 ^ Vector128.Create(-0.0));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Abs(Lanes128 a)
        => new(Vector128.Abs(a._x0), Vector128.Abs(a._x1), Vector128.Abs(a._x2), Vector128.Abs(a._x3));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Sqrt(Lanes128 a)
        => new(Vector128.Sqrt(a._x0), Vector128.Sqrt(a._x1), Vector128.Sqrt(a._x2), Vector128.Sqrt(a._x3));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Minimum(Lanes128 a, Lanes128 b)
        => new(Vector128.Min(a._x0, b._x0), Vector128.Min(a._x1, b._x1), Vector128.Min(a._x2, b._x2), Vector128.Min(a._x3, b._x3));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Maximum(Lanes128 a, Lanes128 b)
        => new(Vector128.Max(a._x0, b._x0), Vector128.Max(a._x1, b._x1), Vector128.Max(a._x2, b._x2), Vector128.Max(a._x3, b._x3));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Lower(Lanes128 a, Lanes128 b)
        => new(Vector128.MinNative(a._x0, b._x0), Vector128.MinNative(a._x1, b._x1), Vector128.MinNative(a._x2, b._x2), Vector128.MinNative(a._x3, b._x3));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Higher(Lanes128 a, Lanes128 b)
        => new(Vector128.MaxNative(a._x0, b._x0), Vector128.MaxNative(a._x1, b._x1), Vector128.MaxNative(a._x2, b._x2), Vector128.MaxNative(a._x3, b._x3));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Finite(Lanes128 a)
        => new(FiniteOrNaN(a._x0), FiniteOrNaN(a._x1), FiniteOrNaN(a._x2), FiniteOrNaN(a._x3));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 RunningMaximum(Lanes128 a)
    {
        Vector128<double> first = Prefix(a._x0);
        Vector128<double> second = Vector128.Max(Prefix(a._x1), Vector128.Create(first.GetElement(1)));
        Vector128<double> third = Vector128.Max(Prefix(a._x2), Vector128.Create(second.GetElement(1)));
        Vector128<double> fourth = Vector128.Max(Prefix(a._x3), Vector128.Create(third.GetElement(1)));
        return new(first, second, third, fourth);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Less(Lanes128 a, Lanes128 b)
        => Vector128.LessThan(a._x0, b._x0).ExtractMostSignificantBits()
            | (Vector128.LessThan(a._x1, b._x1).ExtractMostSignificantBits() << 2)
            | (Vector128.LessThan(a._x2, b._x2).ExtractMostSignificantBits() << 4)
            | (Vector128.LessThan(a._x3, b._x3).ExtractMostSignificantBits() << 6);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint LessOrEqual(Lanes128 a, Lanes128 b)
        => Vector128.LessThanOrEqual(a._x0, b._x0).ExtractMostSignificantBits()
            | (Vector128.LessThanOrEqual(a._x1, b._x1).ExtractMostSignificantBits() << 2)
            | (Vector128.LessThanOrEqual(a._x2, b._x2).ExtractMostSignificantBits() << 4)
            | (Vector128.LessThanOrEqual(a._x3, b._x3).ExtractMostSignificantBits() << 6);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Equal(Lanes128 a, Lanes128 b)
        => Vector128.Equals(a._x0, b._x0).ExtractMostSignificantBits()
            | (Vector128.Equals(a._x1, b._x1).ExtractMostSignificantBits() << 2)
            | (Vector128.Equals(a._x2, b._x2).ExtractMostSignificantBits() << 4)
            | (Vector128.Equals(a._x3, b._x3).ExtractMostSignificantBits() << 6);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Choose(uint bits, Lanes128 a, Lanes128 b)
        => new(Choose(bits, a._x0, b._x0), Choose(bits >> 2, a._x1, b._x1), Choose(bits >> 4, a._x2, b._x2), Choose(bits >> 6, a._x3, b._x3));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Swap(Lanes128 a, int distance) => distance switch
    {
        4 => new(a._x2, a._x3, a._x0, a._x1),
        2 => new(a._x1, a._x0, a._x3, a._x2),
        _ => new(Swap(a._x0), Swap(a._x1), Swap(a._x2), Swap(a._x3)),
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double First(Lanes128 a) => a._x0.ToScalar();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes128 a, double* target)
    {
        a._x0.Store(target);
        a._x1.Store(target + 2);
        a._x2.Store(target + 4);
        a._x3.Store(target + 6);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> Quotient(Vector128<double> a, Vector128<double> b)
        => Vector128.ConditionalSelect(Vector128.Equals(b, Vector128<double>.Zero), Vector128.Create(double.NaN), a / b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> FiniteOrNaN(Vector128<double> a)
        => Vector128.ConditionalSelect(Vector128.LessThanOrEqual(Vector128.Abs(a), Vector128.Create(double.MaxValue)), a, Vector128.Create(double.NaN));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> Choose(uint bits, Vector128<double> a, Vector128<double> b)
    {
        Vector128<ulong> own = Vector128.Create(1UL, 2);
        return Vector128.ConditionalSelect(Vector128.Equals(Vector128.Create((ulong)bits) & own, own).AsDouble(), a, b);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> Swap(Vector128<double> x) => Vector128.Shuffle(x, Vector128.Create(1L, 0));

    /// <summary>Lane j becomes the largest of the lanes 0..j.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> Prefix(Vector128<double> x) => Vector128.Max(x, Vector128.Shuffle(x, Vector128.Create(0L, 0)));
}
