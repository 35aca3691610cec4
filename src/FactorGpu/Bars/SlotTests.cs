using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FactorGpu.Bars;

/// <summary>Runs a test over a row of a tensor [T]: bit t % 64 of word t / 64 says whether slot t passes.</summary>
internal static class SlotTests
{
    /// <summary>The slots of a row that pass.</summary>
    internal static SlotMask Of<TTest>(ReadOnlySpan<double> row)
        where TTest : ISlotTest
        => new(Word<TTest>(row[..64]), Word<TTest>(row[64..128]), Word<TTest>(row[128..192]), Word<TTest>(row[192..]));

    // Optimised from the first call: unoptimised, a vector operation is a chain of calls, and a day needs a million of them.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static ulong Word<TTest>(ReadOnlySpan<double> values)
        where TTest : ISlotTest
    {
        ulong bits = 0;
        int t = 0;
        for (; t <= values.Length - Vector512<double>.Count; t += Vector512<double>.Count)
        {
            bits |= TTest.Passes(Vector512.Create(values[t..])).ExtractMostSignificantBits() << t;
        }

        Vector512<double> last = Vector512.Create(double.NaN);
        for (int i = t; i < values.Length; i++)
        {
            last = last.WithElement(i - t, values[i]);
        }

        return t < values.Length ? bits | (TTest.Passes(last).ExtractMostSignificantBits() << t) : bits;
    }

    /// <summary>Finite and above 0.</summary>
    internal readonly struct Price : ISlotTest
    {
        public static Vector512<double> Passes(Vector512<double> values)
            => Vector512.GreaterThan(values, Vector512<double>.Zero) & Vector512.LessThan(values, Vector512.Create(double.PositiveInfinity));
    }

    /// <summary>Finite and 0 or above.</summary>
    internal readonly struct Quantity : ISlotTest
    {
        public static Vector512<double> Passes(Vector512<double> values)
            => Vector512.GreaterThanOrEqual(values, Vector512<double>.Zero) & Vector512.LessThan(values, Vector512.Create(double.PositiveInfinity));
    }

    /// <summary>Exactly 0.</summary>
    internal readonly struct Zero : ISlotTest
    {
        public static Vector512<double> Passes(Vector512<double> values) => Vector512.Equals(values, Vector512<double>.Zero);
    }
}
