using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FactorGpu.Engines.Cpu.Lanes;

/// <summary>Eight lanes in two vectors of 256 bits, in order.</summary>
internal readonly unsafe struct Lanes256 : ILanes<Lanes256>
{
    private readonly Vector256<double> _x0;
    private readonly Vector256<double> _x1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Lanes256(Vector256<double> x0, Vector256<double> x1)
    {
        _x0 = x0;
        _x1 = x1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Load(double* source) => new(Vector256.Load(source), Vector256.Load(source + 4));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 All(double value)
    {
        Vector256<double> x = Vector256.Create(value);
        return new(x, x);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 operator +(Lanes256 a, Lanes256 b) => new(a._x0 + b._x0, a._x1 + b._x1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 operator -(Lanes256 a, Lanes256 b) => new(a._x0 - b._x0, a._x1 - b._x1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 operator *(Lanes256 a, Lanes256 b) => new(a._x0 * b._x0, a._x1 * b._x1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Divide(Lanes256 a, Lanes256 b) => new(Quotient(a._x0, b._x0), Quotient(a._x1, b._x1));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Negate(Lanes256 a) => new(a._x0 ^ Vector256.Create(-0.0), a._x1 ^ Vector256.Create(-0.0));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Abs(Lanes256 a) => new(Vector256.Abs(a._x0), Vector256.Abs(a._x1));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Sqrt(Lanes256 a) => new(Vector256.Sqrt(a._x0), Vector256.Sqrt(a._x1));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Minimum(Lanes256 a, Lanes256 b) => new(Vector256.Min(a._x0, b._x0), Vector256.Min(a._x1, b._x1));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Maximum(Lanes256 a, Lanes256 b) => new(Vector256.Max(a._x0, b._x0), Vector256.Max(a._x1, b._x1));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Lower(Lanes256 a, Lanes256 b)
        => new(Vector256.MinNative(a._x0, b._x0), Vector256.MinNative(a._x1, b._x1));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Higher(Lanes256 a, Lanes256 b)
        => new(Vector256.MaxNative(a._x0, b._x0), Vector256.MaxNative(a._x1, b._x1));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Finite(Lanes256 a) => new(FiniteOrNaN(a._x0), FiniteOrNaN(a._x1));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 RunningMaximum(Lanes256 a)
    {
        Vector256<double> low = Prefix(a._x0);
        Vector256<double> high = Vector256.Max(Prefix(a._x1), Vector256.Create(low.GetElement(3)));
        return new(low, high);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Less(Lanes256 a, Lanes256 b)
        => Vector256.LessThan(a._x0, b._x0).ExtractMostSignificantBits()
            | (Vector256.LessThan(a._x1, b._x1).ExtractMostSignificantBits() << 4);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint LessOrEqual(Lanes256 a, Lanes256 b)
        => Vector256.LessThanOrEqual(a._x0, b._x0).ExtractMostSignificantBits()
            | (Vector256.LessThanOrEqual(a._x1, b._x1).ExtractMostSignificantBits() << 4);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Equal(Lanes256 a, Lanes256 b)
        => Vector256.Equals(a._x0, b._x0).ExtractMostSignificantBits()
            | (Vector256.Equals(a._x1, b._x1).ExtractMostSignificantBits() << 4);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Choose(uint bits, Lanes256 a, Lanes256 b)
        => new(Choose(bits, a._x0, b._x0), Choose(bits >> 4, a._x1, b._x1));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Swap(Lanes256 a, int distance) => distance switch
    {
        4 => new(a._x1, a._x0),
        2 => new(Vector256.Shuffle(a._x0, Vector256.Create(2L, 3, 0, 1)), Vector256.Shuffle(a._x1, Vector256.Create(2L, 3, 0, 1))),
        _ => new(Vector256.Shuffle(a._x0, Vector256.Create(1L, 0, 3, 2)), Vector256.Shuffle(a._x1, Vector256.Create(1L, 0, 3, 2))),
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double First(Lanes256 a) => a._x0.ToScalar();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes256 a, double* target)
    {
        a._x0.Store(target);
        a._x1.Store(target + 4);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Quotient(Vector256<double> a, Vector256<double> b)
        => Vector256.ConditionalSelect(Vector256.Equals(b, Vector256<double>.Zero), Vector256.Create(double.NaN), a / b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> FiniteOrNaN(Vector256<double> a)
        => Vector256.ConditionalSelect(Vector256.LessThanOrEqual(Vector256.Abs(a), Vector256.Create(double.MaxValue)), a, Vector256.Create(double.NaN));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Choose(uint bits, Vector256<double> a, Vector256<double> b)
    {
        Vector256<ulong> own = Vector256.Create(1UL, 2, 4, 8);
        return Vector256.ConditionalSelect(Vector256.Equals(Vector256.Create((ulong)bits) & own, own).AsDouble(), a, b);
    }

    /// <summary>Lane j becomes the largest of the lanes 0..j; a maximum may meet an element twice.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Prefix(Vector256<double> x)
    {
        x = Vector256.Max(x, Vector256.Shuffle(x, Vector256.Create(0L, 0, 1, 2)));
        return Vector256.Max(x, Vector256.Shuffle(x, Vector256.Create(0L, 1, 0, 1)));
    }
}
