using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FactorGpu.Engines.Cpu.Lanes;

/// <summary>A group in four vectors of 128 bits, in order.</summary>
internal readonly unsafe struct Lanes128<T> : ILanes<Lanes128<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Vector128<T> _x0;
    private readonly Vector128<T> _x1;
    private readonly Vector128<T> _x2;
    private readonly Vector128<T> _x3;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Lanes128(Vector128<T> x0, Vector128<T> x1, Vector128<T> x2, Vector128<T> x3)
    {
        _x0 = x0;
        _x1 = x1;
        _x2 = x2;
        _x3 = x3;
    }

    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector128<T>.Count * 4;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Load(T* source)
        => new(Vector128.Load(source), Vector128.Load(source + Vector128<T>.Count), Vector128.Load(source + (2 * Vector128<T>.Count)), Vector128.Load(source + (3 * Vector128<T>.Count)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> All(T value)
    {
        Vector128<T> x = Vector128.Create(value);
        return new(x, x, x, x);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator +(Lanes128<T> a, Lanes128<T> b) => new(a._x0 + b._x0, a._x1 + b._x1, a._x2 + b._x2, a._x3 + b._x3);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator -(Lanes128<T> a, Lanes128<T> b) => new(a._x0 - b._x0, a._x1 - b._x1, a._x2 - b._x2, a._x3 - b._x3);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator *(Lanes128<T> a, Lanes128<T> b) => new(a._x0 * b._x0, a._x1 * b._x1, a._x2 * b._x2, a._x3 * b._x3);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Divide(Lanes128<T> a, Lanes128<T> b) => new(Quotient(a._x0, b._x0), Quotient(a._x1, b._x1), Quotient(a._x2, b._x2), Quotient(a._x3, b._x3));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Negate(Lanes128<T> a)
        => new(a._x0 ^ Vector128.Create(T.NegativeZero), a._x1 ^ Vector128.Create(T.NegativeZero), a._x2 ^ Vector128.Create(T.NegativeZero), a._x3 ^ Vector128.Create(T.NegativeZero));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Abs(Lanes128<T> a) => new(Vector128.Abs(a._x0), Vector128.Abs(a._x1), Vector128.Abs(a._x2), Vector128.Abs(a._x3));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Sqrt(Lanes128<T> a) => new(Vector128.Sqrt(a._x0), Vector128.Sqrt(a._x1), Vector128.Sqrt(a._x2), Vector128.Sqrt(a._x3));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Minimum(Lanes128<T> a, Lanes128<T> b)
        => new(Vector128.Min(a._x0, b._x0), Vector128.Min(a._x1, b._x1), Vector128.Min(a._x2, b._x2), Vector128.Min(a._x3, b._x3));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Maximum(Lanes128<T> a, Lanes128<T> b)
        => new(Vector128.Max(a._x0, b._x0), Vector128.Max(a._x1, b._x1), Vector128.Max(a._x2, b._x2), Vector128.Max(a._x3, b._x3));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Lower(Lanes128<T> a, Lanes128<T> b)
        => new(Vector128.MinNative(a._x0, b._x0), Vector128.MinNative(a._x1, b._x1), Vector128.MinNative(a._x2, b._x2), Vector128.MinNative(a._x3, b._x3));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Higher(Lanes128<T> a, Lanes128<T> b)
        => new(Vector128.MaxNative(a._x0, b._x0), Vector128.MaxNative(a._x1, b._x1), Vector128.MaxNative(a._x2, b._x2), Vector128.MaxNative(a._x3, b._x3));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Finite(Lanes128<T> a) => new(FiniteOrNaN(a._x0), FiniteOrNaN(a._x1), FiniteOrNaN(a._x2), FiniteOrNaN(a._x3));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> RunningMaximum(Lanes128<T> a)
    {
        int last = Vector128<T>.Count - 1;
        Vector128<T> first = Prefix(a._x0);
        Vector128<T> second = Vector128.Max(Prefix(a._x1), Vector128.Create(first.GetElement(last)));
        Vector128<T> third = Vector128.Max(Prefix(a._x2), Vector128.Create(second.GetElement(last)));
        Vector128<T> fourth = Vector128.Max(Prefix(a._x3), Vector128.Create(third.GetElement(last)));
        return new(first, second, third, fourth);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Less(Lanes128<T> a, Lanes128<T> b)
        => Vector128.LessThan(a._x0, b._x0).ExtractMostSignificantBits()
            | (Vector128.LessThan(a._x1, b._x1).ExtractMostSignificantBits() << Vector128<T>.Count)
            | (Vector128.LessThan(a._x2, b._x2).ExtractMostSignificantBits() << (2 * Vector128<T>.Count))
            | (Vector128.LessThan(a._x3, b._x3).ExtractMostSignificantBits() << (3 * Vector128<T>.Count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint LessOrEqual(Lanes128<T> a, Lanes128<T> b)
        => Vector128.LessThanOrEqual(a._x0, b._x0).ExtractMostSignificantBits()
            | (Vector128.LessThanOrEqual(a._x1, b._x1).ExtractMostSignificantBits() << Vector128<T>.Count)
            | (Vector128.LessThanOrEqual(a._x2, b._x2).ExtractMostSignificantBits() << (2 * Vector128<T>.Count))
            | (Vector128.LessThanOrEqual(a._x3, b._x3).ExtractMostSignificantBits() << (3 * Vector128<T>.Count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Equal(Lanes128<T> a, Lanes128<T> b)
        => Vector128.Equals(a._x0, b._x0).ExtractMostSignificantBits()
            | (Vector128.Equals(a._x1, b._x1).ExtractMostSignificantBits() << Vector128<T>.Count)
            | (Vector128.Equals(a._x2, b._x2).ExtractMostSignificantBits() << (2 * Vector128<T>.Count))
            | (Vector128.Equals(a._x3, b._x3).ExtractMostSignificantBits() << (3 * Vector128<T>.Count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> And(Lanes128<T> a, Lanes128<T> b) => new(a._x0 & b._x0, a._x1 & b._x1, a._x2 & b._x2, a._x3 & b._x3);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Or(Lanes128<T> a, Lanes128<T> b) => new(a._x0 | b._x0, a._x1 | b._x1, a._x2 | b._x2, a._x3 | b._x3);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> ShiftUp(Lanes128<T> a, int bits) => new(Up(a._x0, bits), Up(a._x1, bits), Up(a._x2, bits), Up(a._x3, bits));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> ShiftDown(Lanes128<T> a, int bits) => new(Down(a._x0, bits), Down(a._x1, bits), Down(a._x2, bits), Down(a._x3, bits));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Choose(uint bits, Lanes128<T> a, Lanes128<T> b) => new(
        Choose(bits, a._x0, b._x0),
        Choose(bits >> Vector128<T>.Count, a._x1, b._x1),
        Choose(bits >> (2 * Vector128<T>.Count), a._x2, b._x2),
        Choose(bits >> (3 * Vector128<T>.Count), a._x3, b._x3));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Swap(Lanes128<T> a, int bytes) => bytes switch
    {
        32 => new(a._x2, a._x3, a._x0, a._x1),
        16 => new(a._x1, a._x0, a._x3, a._x2),
        _ => new(Swap(a._x0, bytes), Swap(a._x1, bytes), Swap(a._x2, bytes), Swap(a._x3, bytes)),
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T First(Lanes128<T> a) => a._x0.ToScalar();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes128<T> a, T* target)
    {
        a._x0.Store(target);
        a._x1.Store(target + Vector128<T>.Count);
        a._x2.Store(target + (2 * Vector128<T>.Count));
        a._x3.Store(target + (3 * Vector128<T>.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreCodes(Lanes128<T> a, long low, int shift, byte* target)
    {
        if (sizeof(T) == sizeof(double))
        {
            Vector128<uint> front = Vector128.Narrow(Codes(a._x0.AsInt64(), low, shift), Codes(a._x1.AsInt64(), low, shift));
            LaneCodes.Store(front, Vector128.Narrow(Codes(a._x2.AsInt64(), low, shift), Codes(a._x3.AsInt64(), low, shift)), target);
            return;
        }

        LaneCodes.Store(Codes(a._x0.AsInt32(), (int)low, shift), Codes(a._x1.AsInt32(), (int)low, shift), target);
        LaneCodes.Store(Codes(a._x2.AsInt32(), (int)low, shift), Codes(a._x3.AsInt32(), (int)low, shift), target + (2 * Vector128<T>.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<T> Up(Vector128<T> x, int bits) => (x.AsUInt64() << bits).As<ulong, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<T> Down(Vector128<T> x, int bits) => (x.AsUInt64() >> bits).As<ulong, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<T> Quotient(Vector128<T> a, Vector128<T> b)
        => Vector128.ConditionalSelect(Vector128.Equals(b, Vector128<T>.Zero), Vector128.Create(T.NaN), a / b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<T> FiniteOrNaN(Vector128<T> a)
        => Vector128.ConditionalSelect(Vector128.LessThan(Vector128.Abs(a), Vector128.Create(T.PositiveInfinity)), a, Vector128.Create(T.NaN));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<T> Choose(uint bits, Vector128<T> a, Vector128<T> b)
    {
        if (sizeof(T) == sizeof(double))
        {
            Vector128<ulong> own = Vector128.Create(1UL, 2);
            return Vector128.ConditionalSelect(Vector128.Equals(Vector128.Create((ulong)bits) & own, own).As<ulong, T>(), a, b);
        }

        Vector128<uint> ownInHalves = Vector128.Create(1U, 2, 4, 8);
        return Vector128.ConditionalSelect(Vector128.Equals(Vector128.Create(bits) & ownInHalves, ownInHalves).As<uint, T>(), a, b);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<T> Swap(Vector128<T> x, int bytes) => bytes switch
    {
        8 => Vector128.Shuffle(x.AsInt64(), Vector128.Create(1L, 0)).As<long, T>(),
        _ => Vector128.Shuffle(x.AsInt32(), Vector128.Create(1, 0, 3, 2)).As<int, T>(),
    };

    /// <summary>Lane j becomes the largest of the lanes 0..j. A lane with no neighbour so far to its left meets one of its own prefix instead: a maximum may meet an element twice.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<T> Prefix(Vector128<T> x)
    {
        if (sizeof(T) == sizeof(float))
        {
            x = Vector128.Max(x, Vector128.Shuffle(x.AsInt32(), Vector128.Create(0, 0, 1, 2)).As<int, T>());
        }

        return Vector128.Max(x, Vector128.Shuffle(x.AsInt64(), Vector128.Create(0L, 0)).As<long, T>());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ulong> Codes(Vector128<long> bits, long low, int shift)
    {
        // Above zero bits are their own ordinals, and what is below becomes low.
        Vector128<long> ordinal = low < 0 ? Mirrored(bits) : bits;
        return Vector128.ShiftRightLogical((Vector128.Max(ordinal, Vector128.Create(low)) - Vector128.Create(low)).AsUInt64(), shift);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<uint> Codes(Vector128<int> bits, int low, int shift)
    {
        // Above zero bits are their own ordinals, and what is below becomes low.
        Vector128<int> ordinal = low < 0 ? Mirrored(bits) : bits;
        return Vector128.ShiftRightLogical((Vector128.Max(ordinal, Vector128.Create(low)) - Vector128.Create(low)).AsUInt32(), shift);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<long> Mirrored(Vector128<long> bits)
    {
        Vector128<long> sign = Vector128.ShiftRightArithmetic(bits, 63);
        return (bits ^ Vector128.ShiftRightLogical(sign, 1)) - sign;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> Mirrored(Vector128<int> bits)
    {
        Vector128<int> sign = Vector128.ShiftRightArithmetic(bits, 31);
        return (bits ^ Vector128.ShiftRightLogical(sign, 1)) - sign;
    }
}
