using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FactorGpu.Engines.Cpu.Lanes;

/// <summary>A group in one vector of 512 bits.</summary>
internal readonly unsafe struct Lanes512<T> : ILanes<Lanes512<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Vector512<T> _x;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Lanes512(Vector512<T> x) => _x = x;

    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512<T>.Count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Load(T* source) => new(Vector512.Load(source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> All(T value) => new(Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator +(Lanes512<T> a, Lanes512<T> b) => new(a._x + b._x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator -(Lanes512<T> a, Lanes512<T> b) => new(a._x - b._x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator *(Lanes512<T> a, Lanes512<T> b) => new(a._x * b._x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Divide(Lanes512<T> a, Lanes512<T> b) => new(Quotient(a._x, b._x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Negate(Lanes512<T> a) => new(a._x ^ Vector512.Create(T.NegativeZero));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Abs(Lanes512<T> a) => new(Vector512.Abs(a._x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Sqrt(Lanes512<T> a) => new(Vector512.Sqrt(a._x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Minimum(Lanes512<T> a, Lanes512<T> b) => new(Vector512.Min(a._x, b._x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Maximum(Lanes512<T> a, Lanes512<T> b) => new(Vector512.Max(a._x, b._x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Lower(Lanes512<T> a, Lanes512<T> b) => new(Vector512.MinNative(a._x, b._x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Higher(Lanes512<T> a, Lanes512<T> b) => new(Vector512.MaxNative(a._x, b._x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Finite(Lanes512<T> a) => new(FiniteOrNaN(a._x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> RunningMaximum(Lanes512<T> a) => new(Prefix(a._x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Less(Lanes512<T> a, Lanes512<T> b) => (uint)Vector512.LessThan(a._x, b._x).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint LessOrEqual(Lanes512<T> a, Lanes512<T> b) => (uint)Vector512.LessThanOrEqual(a._x, b._x).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Equal(Lanes512<T> a, Lanes512<T> b) => (uint)Vector512.Equals(a._x, b._x).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> And(Lanes512<T> a, Lanes512<T> b) => new(a._x & b._x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Or(Lanes512<T> a, Lanes512<T> b) => new(a._x | b._x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> ShiftUp(Lanes512<T> a, int bits) => new(Up(a._x, bits));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> ShiftDown(Lanes512<T> a, int bits) => new(Down(a._x, bits));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Choose(uint bits, Lanes512<T> a, Lanes512<T> b) => new(Choose(bits, a._x, b._x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Swap(Lanes512<T> a, int bytes) => new(Swap(a._x, bytes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T First(Lanes512<T> a) => a._x.ToScalar();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes512<T> a, T* target) => a._x.Store(target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreCodes(Lanes512<T> a, long low, int shift, byte* target)
    {
        if (sizeof(T) == sizeof(double))
        {
            LaneCodes.Store(Codes(a._x.AsInt64(), low, shift), target);
            return;
        }

        LaneCodes.Store(Codes(a._x.AsInt32(), (int)low, shift), target);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> Up(Vector512<T> x, int bits) => (x.AsUInt64() << bits).As<ulong, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> Down(Vector512<T> x, int bits) => (x.AsUInt64() >> bits).As<ulong, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> Quotient(Vector512<T> a, Vector512<T> b)
        => Vector512.ConditionalSelect(Vector512.Equals(b, Vector512<T>.Zero), Vector512.Create(T.NaN), a / b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> FiniteOrNaN(Vector512<T> a)
        => Vector512.ConditionalSelect(Vector512.LessThan(Vector512.Abs(a), Vector512.Create(T.PositiveInfinity)), a, Vector512.Create(T.NaN));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> Choose(uint bits, Vector512<T> a, Vector512<T> b)
    {
        if (sizeof(T) == sizeof(double))
        {
            Vector512<ulong> own = Vector512.Create(1UL, 2, 4, 8, 16, 32, 64, 128);
            return Vector512.ConditionalSelect(Vector512.Equals(Vector512.Create((ulong)bits) & own, own).As<ulong, T>(), a, b);
        }

        Vector512<uint> ownInHalves = Vector512.Create(1U, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768);
        return Vector512.ConditionalSelect(Vector512.Equals(Vector512.Create(bits) & ownInHalves, ownInHalves).As<uint, T>(), a, b);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> Swap(Vector512<T> x, int bytes) => bytes switch
    {
        32 => Vector512.Shuffle(x.AsInt64(), Vector512.Create(4L, 5, 6, 7, 0, 1, 2, 3)).As<long, T>(),
        16 => Vector512.Shuffle(x.AsInt64(), Vector512.Create(2L, 3, 0, 1, 6, 7, 4, 5)).As<long, T>(),
        8 => Vector512.Shuffle(x.AsInt64(), Vector512.Create(1L, 0, 3, 2, 5, 4, 7, 6)).As<long, T>(),
        _ => Vector512.Shuffle(x.AsInt32(), Vector512.Create(1, 0, 3, 2, 5, 4, 7, 6, 9, 8, 11, 10, 13, 12, 15, 14)).As<int, T>(),
    };

    /// <summary>Lane j becomes the largest of the lanes 0..j. A lane with no neighbour so far to its left meets one of its own prefix instead: a maximum may meet an element twice.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> Prefix(Vector512<T> x)
    {
        if (sizeof(T) == sizeof(float))
        {
            x = Vector512.Max(x, Vector512.Shuffle(x.AsInt32(), Vector512.Create(0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14)).As<int, T>());
        }

        x = Vector512.Max(x, Vector512.Shuffle(x.AsInt64(), Vector512.Create(0L, 0, 1, 2, 3, 4, 5, 6)).As<long, T>());
        x = Vector512.Max(x, Vector512.Shuffle(x.AsInt64(), Vector512.Create(0L, 1, 0, 1, 2, 3, 4, 5)).As<long, T>());
        return Vector512.Max(x, Vector512.Shuffle(x.AsInt64(), Vector512.Create(0L, 1, 2, 3, 0, 1, 2, 3)).As<long, T>());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Codes(Vector512<long> bits, long low, int shift)
    {
        // Above zero bits are their own ordinals, and what is below becomes low.
        Vector512<long> ordinal = low < 0 ? Mirrored(bits) : bits;
        return Vector512.ShiftRightLogical((Vector512.Max(ordinal, Vector512.Create(low)) - Vector512.Create(low)).AsUInt64(), shift);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> Codes(Vector512<int> bits, int low, int shift)
    {
        // Above zero bits are their own ordinals, and what is below becomes low.
        Vector512<int> ordinal = low < 0 ? Mirrored(bits) : bits;
        return Vector512.ShiftRightLogical((Vector512.Max(ordinal, Vector512.Create(low)) - Vector512.Create(low)).AsUInt32(), shift);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<long> Mirrored(Vector512<long> bits)
    {
        Vector512<long> sign = Vector512.ShiftRightArithmetic(bits, 63);
        return (bits ^ Vector512.ShiftRightLogical(sign, 1)) - sign;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> Mirrored(Vector512<int> bits)
    {
        Vector512<int> sign = Vector512.ShiftRightArithmetic(bits, 31);
        return (bits ^ Vector512.ShiftRightLogical(sign, 1)) - sign;
    }
}
