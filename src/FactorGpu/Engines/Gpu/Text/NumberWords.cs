using System;
using System.Globalization;
using FactorGpu.Bars;

namespace FactorGpu.Engines.Gpu.Text;

/// <summary>How a dialect writes one type of numbers.</summary>
internal sealed record NumberWords
{
    public required Precision Precision { get; init; }

    /// <summary>Name of the type.</summary>
    public required string Type { get; init; }

    /// <summary>End of the names of functions on this type.</summary>
    public required string Suffix { get; init; }

    /// <summary>End of a number.</summary>
    public required string LiteralEnd { get; init; }

    public required string NaN { get; init; }

    public required string Infinity { get; init; }

    /// <summary>Function that gives the correctly rounded square root.</summary>
    public required string Sqrt { get; init; }

    /// <summary>Function that gives the magnitude.</summary>
    public required string Abs { get; init; }

    /// <summary>Unsigned type of the same width.</summary>
    public required string BitsType { get; init; }

    /// <summary>Bits of that type.</summary>
    public required int BitCount { get; init; }

    /// <summary>Function from a number to its bits.</summary>
    public required string ToBits { get; init; }

    /// <summary>Function from bits to the number.</summary>
    public required string FromBits { get; init; }

    /// <summary>A number: shortest round-trip, never taken for a whole one.</summary>
    internal string Literal(double value)
    {
        if (double.IsNaN(value))
        {
            return NaN;
        }

        if (double.IsInfinity(value))
        {
            return value > 0 ? Infinity : $"(-{Infinity})";
        }

        string digits = Precision == Precision.Double
            ? value.ToString("R", CultureInfo.InvariantCulture)
            : ((float)value).ToString("R", CultureInfo.InvariantCulture);
        string text = digits.ToLowerInvariant();
        text = (text.AsSpan().ContainsAny('.', 'e') ? text : text + ".0") + LiteralEnd;
        return value < 0 || double.IsNegative(value) ? $"({text})" : text;
    }
}
