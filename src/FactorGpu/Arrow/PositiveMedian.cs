using System;

namespace FactorGpu.Arrow;

/// <summary>The lower median of positive numbers by radix selection: linear, whatever their order, and without moving them.</summary>
internal static class PositiveMedian
{
    private const int DigitBits = 16;
    private const int Digits = 1 << DigitBits;

    /// <summary>The number that stands at (n − 1) / 2 in ascending order.</summary>
    /// <param name="values">One or more finite numbers above 0.</param>
    internal static double Of(ReadOnlySpan<double> values)
    {
        // Numbers above 0 are in the order of their bits; each pass fixes 16 of these, the highest first.
        int[] counts = new int[Digits];
        int rank = (values.Length - 1) / 2;
        long prefix = 0;
        for (int shift = 64 - DigitBits; shift >= 0; shift -= DigitBits)
        {
            Count(values, prefix, shift, counts);
            int digit = 0;
            for (; rank >= counts[digit]; digit++)
            {
                rank -= counts[digit];
            }

            prefix = (prefix << DigitBits) | (long)digit;
        }

        return BitConverter.Int64BitsToDouble(prefix);
    }

    /// <summary>Counts the digits at a shift of those values whose higher digits are the prefix.</summary>
    private static void Count(ReadOnlySpan<double> values, long prefix, int shift, int[] counts)
    {
        Array.Clear(counts);
        foreach (double value in values)
        {
            long bits = BitConverter.DoubleToInt64Bits(value) >> shift;
            if (bits >> DigitBits == prefix)
            {
                counts[bits & (Digits - 1)]++;
            }
        }
    }
}
