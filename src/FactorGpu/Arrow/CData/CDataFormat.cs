using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Globalization;
using FactorGpu.Arrow.Ipc;
using FactorGpu.Errors;

namespace FactorGpu.Arrow.CData;

/// <summary>The format strings by which the C data interface names types.</summary>
internal static class CDataFormat
{
    private static readonly FrozenDictionary<string, ArrowTypeKind> s_plain = new Dictionary<string, ArrowTypeKind>
    {
        ["n"] = ArrowTypeKind.Null,
        ["b"] = ArrowTypeKind.Bool,
        ["c"] = ArrowTypeKind.Int8,
        ["C"] = ArrowTypeKind.UInt8,
        ["s"] = ArrowTypeKind.Int16,
        ["S"] = ArrowTypeKind.UInt16,
        ["i"] = ArrowTypeKind.Int32,
        ["I"] = ArrowTypeKind.UInt32,
        ["l"] = ArrowTypeKind.Int64,
        ["L"] = ArrowTypeKind.UInt64,
        ["e"] = ArrowTypeKind.Float16,
        ["f"] = ArrowTypeKind.Float32,
        ["g"] = ArrowTypeKind.Float64,
        ["z"] = ArrowTypeKind.Binary,
        ["Z"] = ArrowTypeKind.LargeBinary,
        ["vz"] = ArrowTypeKind.BinaryView,
        ["u"] = ArrowTypeKind.Utf8,
        ["U"] = ArrowTypeKind.LargeUtf8,
        ["vu"] = ArrowTypeKind.Utf8View,
        ["tdD"] = ArrowTypeKind.Date32,
        ["tdm"] = ArrowTypeKind.Date64,
        ["tiM"] = ArrowTypeKind.Interval,
        ["tiD"] = ArrowTypeKind.Interval,
        ["tin"] = ArrowTypeKind.Interval,
        ["+l"] = ArrowTypeKind.List,
        ["+L"] = ArrowTypeKind.LargeList,
        ["+vl"] = ArrowTypeKind.ListView,
        ["+vL"] = ArrowTypeKind.LargeListView,
        ["+s"] = ArrowTypeKind.Struct,
        ["+m"] = ArrowTypeKind.Map,
        ["+r"] = ArrowTypeKind.RunEndEncoded,
    }.ToFrozenDictionary();

    /// <summary>The type that a format names; of a dictionary-encoded column, that of its positions.</summary>
    /// <param name="format">The format.</param>
    /// <param name="column">The column, for the message.</param>
    /// <exception cref="BarFormatException">The interface has no such format.</exception>
    internal static ArrowType TypeOf(string format, string column)
    {
        if (s_plain.TryGetValue(format, out ArrowTypeKind kind))
        {
            return new ArrowType(kind);
        }

        int colon = format.IndexOf(':', StringComparison.Ordinal);
        string head = colon < 0 ? format : format[..colon];
        string rest = colon < 0 ? "" : format[(colon + 1)..];
        ArrowType? type = head switch
        {
            "d" => Decimal(rest),
            "w" => new ArrowType(ArrowTypeKind.FixedSizeBinary),
            "+w" when int.TryParse(rest, NumberStyles.None, CultureInfo.InvariantCulture, out int size) => new ArrowType(ArrowTypeKind.FixedSizeList) { ListSize = size },
            "+ud" => new ArrowType(ArrowTypeKind.DenseUnion),
            "+us" => new ArrowType(ArrowTypeKind.SparseUnion),
            ['t', char what, char unit] => Time(what, unit, hasZone: rest.Length > 0),
            _ => null,
        };
        if (type is null)
        {
            Throw.ArrowUnsupported(Throw.ArrowStreamName, $"the format {format} in column {column}", "the Arrow format of 2024 has no such type", "Leave the column out, or cast it.");
        }

        return type.Value;
    }

    /// <summary>The format of a column that is written.</summary>
    internal static string Of(ArrowOutputField field) => field.Type switch
    {
        ArrowOutputType.Utf8 => "u",
        ArrowOutputType.Date32 => "tdD",
        ArrowOutputType.TimestampMicroseconds => "tsu:",
        ArrowOutputType.Float32 => "f",
        ArrowOutputType.Float32List or ArrowOutputType.Float64List => string.Create(CultureInfo.InvariantCulture, $"+w:{field.ListSize}"),
        _ => "g",
    };

    private static ArrowType? Time(char what, char unit, bool hasZone)
    {
        ArrowTimeUnit? known = unit switch
        {
            's' => ArrowTimeUnit.Second,
            'm' => ArrowTimeUnit.Millisecond,
            'u' => ArrowTimeUnit.Microsecond,
            'n' => ArrowTimeUnit.Nanosecond,
            _ => null,
        };
        ArrowTypeKind? kind = what switch
        {
            't' => unit is 's' or 'm' ? ArrowTypeKind.Time32 : ArrowTypeKind.Time64,
            's' => ArrowTypeKind.Timestamp,
            'D' => ArrowTypeKind.Duration,
            _ => null,
        };
        return known is null || kind is null ? null : new ArrowType(kind.Value) { Unit = known.Value, HasZone = hasZone };
    }

    /// <summary>A decimal: precision, scale and, where it is not 128, its bits.</summary>
    private static ArrowType? Decimal(string rest)
    {
        string[] parts = rest.Split(',');
        ArrowTypeKind? kind = (parts.Length == 2 ? "128" : parts[^1]) switch
        {
            "32" => ArrowTypeKind.Decimal32,
            "64" => ArrowTypeKind.Decimal64,
            "128" => ArrowTypeKind.Decimal128,
            "256" => ArrowTypeKind.Decimal256,
            _ => null,
        };
        bool isRead = parts.Length is 2 or 3 && int.TryParse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);
        return isRead && kind is not null ? new ArrowType(kind.Value) { Scale = int.Parse(parts[1], CultureInfo.InvariantCulture) } : null;
    }
}
