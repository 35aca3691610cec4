using System;

namespace FactorGpu.Engines;

/// <summary>One float64.</summary>
internal readonly struct Real : IReal<Real>
{
    internal Real(double value) => Value = value;

    internal double Value { get; }

    public static Real All(double value) => new(value);

    public static Real operator +(Real a, Real b) => new(a.Value + b.Value);

    public static Real operator -(Real a, Real b) => new(a.Value - b.Value);

    public static Real operator *(Real a, Real b) => new(a.Value * b.Value);

    public static Real operator /(Real a, Real b) => new(b.Value == 0 ? double.NaN : a.Value / b.Value);

    public static Real operator &(Real a, Real b) => OfBits(Bits(a) & Bits(b));

    public static Real operator |(Real a, Real b) => OfBits(Bits(a) | Bits(b));

    public static Real operator <<(Real a, int bits) => OfBits(Bits(a) << bits);

    public static Real operator >>>(Real a, int bits) => OfBits(Bits(a) >> bits);

    public static uint Less(Real a, Real b) => a.Value < b.Value ? 1u : 0;

    public static uint Equal(Real a, Real b) => a.Value == b.Value ? 1u : 0;

    public static Real Choose(uint condition, Real a, Real b) => condition != 0 ? a : b;

    private static ulong Bits(Real a) => BitConverter.DoubleToUInt64Bits(a.Value);

    private static Real OfBits(ulong bits) => new(BitConverter.UInt64BitsToDouble(bits));
}
