using System.Runtime.CompilerServices;

namespace FactorGpu.Engines.Cpu.Lanes;

/// <summary>A group of float64 lanes as the numbers that functions are written over.</summary>
internal readonly struct LaneReal<TLanes> : IReal<LaneReal<TLanes>>
    where TLanes : unmanaged, ILanes<TLanes, double>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal LaneReal(TLanes value) => Value = value;

    internal TLanes Value { get; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneReal<TLanes> All(double value) => new(TLanes.All(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneReal<TLanes> operator +(LaneReal<TLanes> a, LaneReal<TLanes> b) => new(a.Value + b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneReal<TLanes> operator -(LaneReal<TLanes> a, LaneReal<TLanes> b) => new(a.Value - b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneReal<TLanes> operator *(LaneReal<TLanes> a, LaneReal<TLanes> b) => new(a.Value * b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneReal<TLanes> operator /(LaneReal<TLanes> a, LaneReal<TLanes> b) => new(TLanes.Divide(a.Value, b.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneReal<TLanes> operator &(LaneReal<TLanes> a, LaneReal<TLanes> b) => new(TLanes.And(a.Value, b.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneReal<TLanes> operator |(LaneReal<TLanes> a, LaneReal<TLanes> b) => new(TLanes.Or(a.Value, b.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneReal<TLanes> operator <<(LaneReal<TLanes> a, int bits) => new(TLanes.ShiftUp(a.Value, bits));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneReal<TLanes> operator >>>(LaneReal<TLanes> a, int bits) => new(TLanes.ShiftDown(a.Value, bits));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Less(LaneReal<TLanes> a, LaneReal<TLanes> b) => TLanes.Less(a.Value, b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Equal(LaneReal<TLanes> a, LaneReal<TLanes> b) => TLanes.Equal(a.Value, b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneReal<TLanes> Choose(uint condition, LaneReal<TLanes> a, LaneReal<TLanes> b) => new(TLanes.Choose(condition, a.Value, b.Value));
}
