using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FactorGpu.Engines.Cpu.Lanes;

/// <summary>A group in two vectors of 256 bits, in order.</summary>
internal readonly unsafe struct Lanes256<T> : ILanes<Lanes256<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Vector256<T> _x0;
    private readonly Vector256<T> _x1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Lanes256(Vector256<T> x0, Vector256<T> x1)
    {
        _x0 = x0;
        _x1 = x1;
    }

    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector256<T>.Count * 2;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Load(T* source) => new(Vector256.Load(source), Vector256.Load(source + Vector256<T>.Count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> All(T value)
    {
        Vector256<T> x = Vector256.Create(value);
        return new(x, x);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator +(Lanes256<T> a, Lanes256<T> b) => new(a._x0 + b._x0, a._x1 + b._x1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator -(Lanes256<T> a, Lanes256<T> b) => new(a._x0 - b._x0, a._x1 - b._x1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator *(Lanes256<T> a, Lanes256<T> b) => new(a._x0 * b._x0, a._x1 * b._x1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Divide(Lanes256<T> a, Lanes256<T> b) => new(Quotient(a._x0, b._x0), Quotient(a._x1, b._x1));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Negate(Lanes256<T> a) => new(a._x0 ^ Vector256.Create(T.NegativeZero), a._x1 ^ Vector256.Create(T.NegativeZero));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Abs(Lanes256<T> a) => new(Vector256.Abs(a._x0), Vector256.Abs(a._x1));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Sqrt(Lanes256<T> a) => new(Vector256.Sqrt(a._x0), Vector256.Sqrt(a._x1));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Minimum(Lanes256<T> a, Lanes256<T> b) => new(Vector256.Min(a._x0, b._x0), Vector256.Min(a._x1, b._x1));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Maximum(Lanes256<T> a, Lanes256<T> b) => new(Vector256.Max(a._x0, b._x0), Vector256.Max(a._x1, b._x1));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Lower(Lanes256<T> a, Lanes256<T> b) => new(Vector256.MinNative(a._x0, b._x0), Vector256.MinNative(a._x1, b._x1));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Higher(Lanes256<T> a, Lanes256<T> b) => new(Vector256.MaxNative(a._x0, b._x0), Vector256.MaxNative(a._x1, b._x1));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Finite(Lanes256<T> a) => new(FiniteOrNaN(a._x0), FiniteOrNaN(a._x1));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> RunningMaximum(Lanes256<T> a)
    {
        int last = Vector256<T>.Count - 1;
        Vector256<T> low = Prefix(a._x0);
        Vector256<T> high = Vector256.Max(Prefix(a._x1), Vector256.Create(low.GetElement(last)));
        return new(low, high);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Less(Lanes256<T> a, Lanes256<T> b)
        => Vector256.LessThan(a._x0, b._x0).ExtractMostSignificantBits()
            | (Vector256.LessThan(a._x1, b._x1).ExtractMostSignificantBits() << Vector256<T>.Count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint LessOrEqual(Lanes256<T> a, Lanes256<T> b)
        => Vector256.LessThanOrEqual(a._x0, b._x0).ExtractMostSignificantBits()
            | (Vector256.LessThanOrEqual(a._x1, b._x1).ExtractMostSignificantBits() << Vector256<T>.Count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Equal(Lanes256<T> a, Lanes256<T> b)
        => Vector256.Equals(a._x0, b._x0).ExtractMostSignificantBits()
            | (Vector256.Equals(a._x1, b._x1).ExtractMostSignificantBits() << Vector256<T>.Count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> And(Lanes256<T> a, Lanes256<T> b) => new(a._x0 & b._x0, a._x1 & b._x1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Or(Lanes256<T> a, Lanes256<T> b) => new(a._x0 | b._x0, a._x1 | b._x1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> ShiftUp(Lanes256<T> a, int bits) => new(Up(a._x0, bits), Up(a._x1, bits));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> ShiftDown(Lanes256<T> a, int bits) => new(Down(a._x0, bits), Down(a._x1, bits));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Choose(uint bits, Lanes256<T> a, Lanes256<T> b) => new(Choose(bits, a._x0, b._x0), Choose(bits >> Vector256<T>.Count, a._x1, b._x1));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Swap(Lanes256<T> a, int bytes) => bytes == 32 ? new(a._x1, a._x0) : new(Swap(a._x0, bytes), Swap(a._x1, bytes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T First(Lanes256<T> a) => a._x0.ToScalar();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes256<T> a, T* target)
    {
        a._x0.Store(target);
        a._x1.Store(target + Vector256<T>.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreCodes(Lanes256<T> a, long low, int shift, byte* target)
    {
        if (sizeof(T) == sizeof(double))
        {
            LaneCodes.Store(Codes(a._x0.AsInt64(), low, shift), Codes(a._x1.AsInt64(), low, shift), target);
            return;
        }

        LaneCodes.Store(Codes(a._x0.AsInt32(), (int)low, shift), target);
        LaneCodes.Store(Codes(a._x1.AsInt32(), (int)low, shift), target + Vector256<T>.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<T> Up(Vector256<T> x, int bits) => (x.AsUInt64() << bits).As<ulong, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<T> Down(Vector256<T> x, int bits) => (x.AsUInt64() >> bits).As<ulong, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<T> Quotient(Vector256<T> a, Vector256<T> b)
        => Vector256.ConditionalSelect(Vector256.Equals(b, Vector256<T>.Zero), Vector256.Create(T.NaN), a / b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<T> FiniteOrNaN(Vector256<T> a)
        => Vector256.ConditionalSelect(Vector256.LessThan(Vector256.Abs(a), Vector256.Create(T.PositiveInfinity)), a, Vector256.Create(T.NaN));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<T> Choose(uint bits, Vector256<T> a, Vector256<T> b)
    {
        if (sizeof(T) == sizeof(double))
        {
            Vector256<ulong> own = Vector256.Create(1UL, 2, 4, 8);
            return Vector256.ConditionalSelect(Vector256.Equals(Vector256.Create((ulong)bits) & own, own).As<ulong, T>(), a, b);
        }

        Vector256<uint> ownInHalves = Vector256.Create(1U, 2, 4, 8, 16, 32, 64, 128);
        return Vector256.ConditionalSelect(Vector256.Equals(Vector256.Create(bits) & ownInHalves, ownInHalves).As<uint, T>(), a, b);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<T> Swap(Vector256<T> x, int bytes) => bytes switch
    {
        16 => Vector256.Shuffle(x.AsInt64(), Vector256.Create(2L, 3, 0, 1)).As<long, T>(),
        8 => Vector256.Shuffle(x.AsInt64(), Vector256.Create(1L, 0, 3, 2)).As<long, T>(),
        _ => Vector256.Shuffle(x.AsInt32(), Vector256.Create(1, 0, 3, 2, 5, 4, 7, 6)).As<int, T>(),
    };

    /// <summary>Lane j becomes the largest of the lanes 0..j. A lane with no neighbour so far to its left meets one of its own prefix instead: a maximum may meet an element twice.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<T> Prefix(Vector256<T> x)
    {
        if (sizeof(T) == sizeof(float))
        {
            x = Vector256.Max(x, Vector256.Shuffle(x.AsInt32(), Vector256.Create(0, 0, 1, 2, 3, 4, 5, 6)).As<int, T>());
        }

        x = Vector256.Max(x, Vector256.Shuffle(x.AsInt64(), Vector256.Create(0L, 0, 1, 2)).As<long, T>());
        return Vector256.Max(x, Vector256.Shuffle(x.AsInt64(), Vector256.Create(0L, 1, 0, 1)).As<long, T>());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Codes(Vector256<long> bits, long low, int shift)
    {
        // Above zero bits are their own ordinals, and what is below becomes low.
        Vector256<long> ordinal = low < 0 ? Mirrored(bits) : bits;
        return Vector256.ShiftRightLogical((Vector256.Max(ordinal, Vector256.Create(low)) - Vector256.Create(low)).AsUInt64(), shift);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Codes(Vector256<int> bits, int low, int shift)
    {
        // Above zero bits are their own ordinals, and what is below becomes low.
        Vector256<int> ordinal = low < 0 ? Mirrored(bits) : bits;
        return Vector256.ShiftRightLogical((Vector256.Max(ordinal, Vector256.Create(low)) - Vector256.Create(low)).AsUInt32(), shift);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<long> Mirrored(Vector256<long> bits)
    {
        Vector256<long> sign = Vector256.ShiftRightArithmetic(bits, 63);
        return (bits ^ Vector256.ShiftRightLogical(sign, 1)) - sign;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Mirrored(Vector256<int> bits)
    {
        Vector256<int> sign = Vector256.ShiftRightArithmetic(bits, 31);
        return (bits ^ Vector256.ShiftRightLogical(sign, 1)) - sign;
    }
}
