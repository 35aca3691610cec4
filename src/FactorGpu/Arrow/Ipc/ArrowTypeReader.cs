using FactorGpu.Errors;

namespace FactorGpu.Arrow.Ipc;

/// <summary>Reads the type of a field (Schema.fbs of the format: the union Type and its tables).</summary>
internal static class ArrowTypeReader
{
    private const int FieldName = 0;
    private const int FieldTypeId = 2;
    private const int FieldType = 3;

    /// <summary>The type of a field's values; of a dictionary-encoded field, those of the dictionary.</summary>
    /// <exception cref="BarFormatException">The type is not one of the format's, so that the columns after it cannot be found.</exception>
    internal static ArrowType Read(FlatTable field, string path)
    {
        byte id = field.Byte(FieldTypeId);
        FlatTable type = field.Table(FieldType, "type of a column");
        return id switch
        {
            2 => new ArrowType(IntegerKind(type, field, path)),
            3 => new ArrowType(FloatKind(type, field, path)),
            7 => new ArrowType(DecimalKind(type, field, path)) { Scale = type.Int32(1) },
            8 => new ArrowType(type.Int16(0, absent: 1) == 0 ? ArrowTypeKind.Date32 : ArrowTypeKind.Date64),
            9 => new ArrowType(type.Int32(1, absent: 32) == 32 ? ArrowTypeKind.Time32 : ArrowTypeKind.Time64) { Unit = Unit(type.Int16(0, absent: 1), field, path) },
            10 => new ArrowType(ArrowTypeKind.Timestamp) { Unit = Unit(type.Int16(0), field, path), HasZone = !type.Vector(1, sizeof(byte)).IsEmpty },
            14 => new ArrowType(type.Int16(0) == 0 ? ArrowTypeKind.SparseUnion : ArrowTypeKind.DenseUnion),
            16 => new ArrowType(ArrowTypeKind.FixedSizeList) { ListSize = type.Int32(0) },
            _ => new ArrowType(PlainKind(id, field, path)),
        };
    }

    /// <summary>The type of integers of a table Int.</summary>
    /// <param name="type">The table.</param>
    /// <param name="field">The field that has it, for the message.</param>
    /// <param name="path">The file, for the message.</param>
    internal static ArrowTypeKind IntegerKind(FlatTable type, FlatTable field, string path)
    {
        int bits = type.Int32(0);
        bool isSigned = type.Byte(1) != 0;
        return bits switch
        {
            8 => isSigned ? ArrowTypeKind.Int8 : ArrowTypeKind.UInt8,
            16 => isSigned ? ArrowTypeKind.Int16 : ArrowTypeKind.UInt16,
            32 => isSigned ? ArrowTypeKind.Int32 : ArrowTypeKind.UInt32,
            64 => isSigned ? ArrowTypeKind.Int64 : ArrowTypeKind.UInt64,
            _ => Unknown(field, path, $"integers of {bits} bits"),
        };
    }

    private static ArrowTypeKind PlainKind(byte id, FlatTable field, string path)
    {
        ArrowTypeKind? kind = id switch
        {
            1 => ArrowTypeKind.Null,
            4 => ArrowTypeKind.Binary,
            5 => ArrowTypeKind.Utf8,
            6 => ArrowTypeKind.Bool,
            11 => ArrowTypeKind.Interval,
            12 => ArrowTypeKind.List,
            13 => ArrowTypeKind.Struct,
            15 => ArrowTypeKind.FixedSizeBinary,
            17 => ArrowTypeKind.Map,
            18 => ArrowTypeKind.Duration,
            19 => ArrowTypeKind.LargeBinary,
            20 => ArrowTypeKind.LargeUtf8,
            21 => ArrowTypeKind.LargeList,
            22 => ArrowTypeKind.RunEndEncoded,
            23 => ArrowTypeKind.BinaryView,
            24 => ArrowTypeKind.Utf8View,
            25 => ArrowTypeKind.ListView,
            26 => ArrowTypeKind.LargeListView,
            _ => null,
        };
        return kind ?? Unknown(field, path, $"type {id}");
    }

    private static ArrowTypeKind FloatKind(FlatTable type, FlatTable field, string path) => type.Int16(0) switch
    {
        0 => ArrowTypeKind.Float16,
        1 => ArrowTypeKind.Float32,
        2 => ArrowTypeKind.Float64,
        short precision => Unknown(field, path, $"floats of precision {precision}"),
    };

    private static ArrowTypeKind DecimalKind(FlatTable type, FlatTable field, string path) => type.Int32(2, absent: 128) switch
    {
        32 => ArrowTypeKind.Decimal32,
        64 => ArrowTypeKind.Decimal64,
        128 => ArrowTypeKind.Decimal128,
        256 => ArrowTypeKind.Decimal256,
        int bits => Unknown(field, path, $"decimals of {bits} bits"),
    };

    private static ArrowTimeUnit Unit(short unit, FlatTable field, string path)
    {
        if (unit is < (short)ArrowTimeUnit.Second or > (short)ArrowTimeUnit.Nanosecond)
        {
            Unknown(field, path, $"times of unit {unit}");
        }

        return (ArrowTimeUnit)unit;
    }

    private static ArrowTypeKind Unknown(FlatTable field, string path, string found)
    {
        Throw.ArrowUnsupported(path, $"{found} in column {field.Text(FieldName)}", "the Arrow format of 2024 has no such type", "Leave the column out, or cast it.");
        return default;
    }
}
