using System;
using System.Globalization;
using System.Text;
using CsvHelper;

namespace FactorGpu.Arrow;

/// <summary>Numbers in CSV files. Written they are the shortest text that reads back to the same bits, NaN an empty cell; read, Excel's and pandas' spellings are known, too.</summary>
internal static class CsvNumbers
{
    internal static void Write(CsvWriter writer, double value)
    {
        if (double.IsNaN(value))
        {
            writer.WriteField("");
        }
        else
        {
            writer.WriteField(value, "R");
        }
    }

    /// <summary>Reads a number: empty is NaN, inf is an infinity, and commas may part the thousands (<c>1,234,500.5</c>, quoted in the file).</summary>
    internal static bool TryRead(ReadOnlySpan<byte> text, out double value)
    {
        value = double.NaN;
        return text.IsEmpty || double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) || IsInfinity(text, out value) || TryThousands(text, out value);
    }

    /// <summary>pandas and NumPy write infinities as inf and -inf, R as Inf and -Inf; .NET reads Infinity alone. Either way the bar is invalid, not the file.</summary>
    private static bool IsInfinity(ReadOnlySpan<byte> text, out double value)
    {
        value = text[0] == (byte)'-' ? double.NegativeInfinity : double.PositiveInfinity;
        return Ascii.EqualsIgnoreCase(text[(text[0] is (byte)'-' or (byte)'+' ? 1 : 0)..], "inf"u8);
    }

    /// <summary>A number with commas, of which each parts three digits: <c>10,5</c> and <c>1,2345</c> are none, for they may be meant otherwise.</summary>
    private static bool TryThousands(ReadOnlySpan<byte> text, out double value)
    {
        value = 0;
        int start = text[0] is (byte)'-' or (byte)'+' ? 1 : 0;
        int point = text.IndexOf((byte)'.');
        ReadOnlySpan<byte> whole = text[start..(point < start ? text.Length : point)];
        int first = whole.IndexOf((byte)',');
        if (first is not (1 or 2 or 3) || (whole.Length - first) % 4 != 0)
        {
            return false;
        }

        for (int i = 0; i < whole.Length; i++)
        {
            bool isComma = (whole.Length - i) % 4 == 0;
            if (isComma ? whole[i] != (byte)',' : !char.IsAsciiDigit((char)whole[i]))
            {
                return false;
            }
        }

        return double.TryParse(text, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out value);
    }
}
