using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FactorGpu.Engines.Cpu.Lanes;

/// <summary>Eight lanes in one vector of 512 bits.</summary>
internal readonly unsafe struct Lanes512 : ILanes<Lanes512>
{
    private readonly Vector512<double> _x;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Lanes512(Vector512<double> x) => _x = x;

    private static Vector512<double> NaN => Vector512.Create(double.NaN);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Load(double* source) => new(Vector512.Load(source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 All(double value) => new(Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 operator +(Lanes512 a, Lanes512 b) => new(a._x + b._x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 operator -(Lanes512 a, Lanes512 b) => new(a._x - b._x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 operator *(Lanes512 a, Lanes512 b) => new(a._x * b._x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Divide(Lanes512 a, Lanes512 b)
        => new(Vector512.ConditionalSelect(Vector512.Equals(b._x, Vector512<double>.Zero), NaN, a._x / b._x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Negate(Lanes512 a) => new(a._x ^ Vector512.Create(-0.0));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Abs(Lanes512 a) => new(Vector512.Abs(a._x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Sqrt(Lanes512 a) => new(Vector512.Sqrt(a._x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Minimum(Lanes512 a, Lanes512 b) => new(Vector512.Min(a._x, b._x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Maximum(Lanes512 a, Lanes512 b) => new(Vector512.Max(a._x, b._x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Lower(Lanes512 a, Lanes512 b) => new(Vector512.MinNative(a._x, b._x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Higher(Lanes512 a, Lanes512 b) => new(Vector512.MaxNative(a._x, b._x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Finite(Lanes512 a)
        => new(Vector512.ConditionalSelect(Vector512.LessThanOrEqual(Vector512.Abs(a._x), Vector512.Create(double.MaxValue)), a._x, NaN));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 RunningMaximum(Lanes512 a)
    {
        // A lane with no neighbour so far to its left meets one of its own prefix instead: a maximum may meet an element twice.
        Vector512<double> x = a._x;
        x = Vector512.Max(x, Vector512.Shuffle(x, Vector512.Create(0L, 0, 1, 2, 3, 4, 5, 6)));
        x = Vector512.Max(x, Vector512.Shuffle(x, Vector512.Create(0L, 1, 0, 1, 2, 3, 4, 5)));
        return new(Vector512.Max(x, Vector512.Shuffle(x, Vector512.Create(0L, 1, 2, 3, 0, 1, 2, 3))));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Less(Lanes512 a, Lanes512 b) => (uint)Vector512.LessThan(a._x, b._x).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint LessOrEqual(Lanes512 a, Lanes512 b) => (uint)Vector512.LessThanOrEqual(a._x, b._x).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Equal(Lanes512 a, Lanes512 b) => (uint)Vector512.Equals(a._x, b._x).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Choose(uint bits, Lanes512 a, Lanes512 b)
    {
        Vector512<ulong> own = Vector512.Create(1UL, 2, 4, 8, 16, 32, 64, 128);
        Vector512<double> isChosen = Vector512.Equals(Vector512.Create((ulong)bits) & own, own).AsDouble();
        return new(Vector512.ConditionalSelect(isChosen, a._x, b._x));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Swap(Lanes512 a, int distance) => new(distance switch
    {
        4 => Vector512.Shuffle(a._x, Vector512.Create(4L, 5, 6, 7, 0, 1, 2, 3)),
        2 => Vector512.Shuffle(a._x, Vector512.Create(2L, 3, 0, 1, 6, 7, 4, 5)),
        _ => Vector512.Shuffle(a._x, Vector512.Create(1L, 0, 3, 2, 5, 4, 7, 6)),
    });

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double First(Lanes512 a) => a._x.ToScalar();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes512 a, double* target) => a._x.Store(target);
}
