using System;
using System.Globalization;
using Xunit;

namespace FactorGpu.Tests.Engines.Cpu;

/// <summary>Compares results bit by bit, NaN included: a factor's NaN is always the same one.</summary>
internal static class BitAssert
{
    internal static void Same(double[] expected, double[] actual, string what)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int at = 0; at < expected.Length; at++)
        {
            if (BitConverter.DoubleToInt64Bits(expected[at]) != BitConverter.DoubleToInt64Bits(actual[at]))
            {
                Assert.Fail(string.Create(CultureInfo.InvariantCulture, $"{what}: value {at} is {actual[at]:R}; {expected[at]:R} was expected."));
            }
        }
    }
}
