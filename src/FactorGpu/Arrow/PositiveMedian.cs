using System;

namespace FactorGpu.Arrow;

/// <summary>The lower median of positive numbers by radix selection: linear, whatever their order.</summary>
internal static class PositiveMedian
{
    private const int DigitBits = 16;
    private const int Digits = 1 << DigitBits;

    /// <summary>The number that stands at (n − 1) / 2 in ascending order.</summary>
    /// <param name="values">One or more finite numbers above 0; overwritten.</param>
    internal static double Of(Span<double> values)
    {
        // Numbers above 0 are in the order of their bits; each pass fixes 16 of these, the highest first, and keeps the numbers that have them.
        int[] counts = new int[Digits];
        int rank = (values.Length - 1) / 2;
        long prefix = 0;
        for (int shift = 64 - DigitBits; shift >= 0; shift -= DigitBits)
        {
            Array.Clear(counts);
            foreach (double value in values)
            {
                counts[Digit(value, shift)]++;
            }

            int digit = 0;
            for (; rank >= counts[digit]; digit++)
            {
                rank -= counts[digit];
            }

            values = Keep(values, digit, shift);
            prefix = (prefix << DigitBits) | (long)digit;
        }

        return BitConverter.Int64BitsToDouble(prefix);
    }

    /// <summary>Moves the values with a digit to the front, and returns these.</summary>
    private static Span<double> Keep(Span<double> values, int digit, int shift)
    {
        int n = 0;
        foreach (double value in values)
        {
            values[n] = value;
            n += Digit(value, shift) == digit ? 1 : 0;
        }

        return values[..n];
    }

    private static int Digit(double value, int shift) => (int)(BitConverter.DoubleToInt64Bits(value) >> shift) & (Digits - 1);
}
