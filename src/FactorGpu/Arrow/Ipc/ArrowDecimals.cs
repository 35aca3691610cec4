using System;
using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;

namespace FactorGpu.Arrow.Ipc;

/// <summary>Reads decimals of 32 to 256 bits as float64: the double nearest to the stored integer / 10^scale, ties to even.</summary>
internal static class ArrowDecimals
{
    // Integers up to 2^53 and powers of ten up to 10^22 are exact in float64, so that one division rounds correctly.
    private const long MaxExact = 1L << 53;
    private const int MaxExactPower = 22;

    private static readonly ImmutableArray<double> s_powers =
        [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22];

    /// <summary>Reads all rows of a column of decimals; nulls give any number.</summary>
    /// <param name="column">The column.</param>
    /// <param name="values">One per row.</param>
    internal static void Read(ArrowColumn column, Span<double> values)
    {
        int bytes = column.Type.Kind switch
        {
            ArrowTypeKind.Decimal32 => 4,
            ArrowTypeKind.Decimal64 => 8,
            ArrowTypeKind.Decimal128 => 16,
            _ => 32,
        };
        ReadOnlySpan<byte> stored = column.Elements(1, values.Length, bytes);
        for (int row = 0; row < values.Length; row++, stored = stored[bytes..])
        {
            values[row] = ToDouble(stored[..bytes], column.Type.Scale);
        }
    }

    private static double ToDouble(ReadOnlySpan<byte> unscaled, int scale)
    {
        if (TryLong(unscaled, out long value) && value is >= -MaxExact and <= MaxExact && scale is >= -MaxExactPower and <= MaxExactPower)
        {
            return scale >= 0 ? value / s_powers[scale] : value * s_powers[-scale];
        }

        // double.Parse rounds correctly, whatever the number of digits.
        string text = string.Create(CultureInfo.InvariantCulture, $"{new BigInteger(unscaled)}E{-(long)scale}");
        return double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    /// <summary>The integer, where it fits 64 bits.</summary>
    private static bool TryLong(ReadOnlySpan<byte> unscaled, out long value)
    {
        if (unscaled.Length == sizeof(int))
        {
            value = BinaryPrimitives.ReadInt32LittleEndian(unscaled);
            return true;
        }

        value = BinaryPrimitives.ReadInt64LittleEndian(unscaled);
        ReadOnlySpan<byte> rest = unscaled[sizeof(long)..];
        return value < 0 ? !rest.ContainsAnyExcept<byte>(0xFF) : !rest.ContainsAnyExcept<byte>(0);
    }
}
