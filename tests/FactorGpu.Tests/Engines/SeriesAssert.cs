using System;
using System.Globalization;
using System.Linq;
using Xunit;

namespace FactorGpu.Tests.Engines;

/// <summary>Compares what exact operators give bit by bit; NaN equals NaN, absent equals absent.</summary>
internal static class SeriesAssert
{
    internal static void SameBits(double?[] expected, double?[] actual)
    {
        bool isSame = expected.Length == actual.Length && expected.Zip(actual).All(pair => SameBits(pair.First, pair.Second));
        Assert.True(isSame, $"expected [{Text(expected)}], got [{Text(actual)}]");
    }

    internal static void SameBits(double expected, double actual) => SameBits([expected], [actual]);

    private static bool SameBits(double? a, double? b)
        => a is null || b is null
            ? a is null && b is null
            : (double.IsNaN(a.Value) && double.IsNaN(b.Value)) || BitConverter.DoubleToInt64Bits(a.Value) == BitConverter.DoubleToInt64Bits(b.Value);

    private static string Text(double?[] values)
        => string.Join(", ", values.Select(value => value is null ? "absent" : value.Value.ToString("R", CultureInfo.InvariantCulture)));
}
