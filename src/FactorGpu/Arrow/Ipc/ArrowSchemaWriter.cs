using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace FactorGpu.Arrow.Ipc;

/// <summary>Writes a schema (Schema.fbs of the format). Every column may have nulls, as other libraries state it for columns of theirs.</summary>
internal static class ArrowSchemaWriter
{
    private const int SchemaFields = 1;
    private const int SchemaMetadata = 2;
    private const int FieldName = 0;
    private const int FieldNullable = 1;
    private const int FieldTypeId = 2;
    private const int FieldType = 3;
    private const int FieldChildren = 5;

    // Numbers of the union Type, and values of its tables.
    private const int FloatingPoint = 3;
    private const int Utf8 = 5;
    private const int Date = 8;
    private const int Timestamp = 10;
    private const int FixedSizeList = 16;
    private const int SinglePrecision = 1;
    private const int DoublePrecision = 2;
    private const int UnitDay = 0;

    /// <summary>Adds a schema to a buffer.</summary>
    /// <returns>Its place.</returns>
    internal static int Write(FlatBuilder builder, ImmutableArray<ArrowOutputField> fields, ImmutableArray<KeyValuePair<string, string>> metadata)
    {
        int columns = builder.References([.. fields.Select(field => Field(builder, field))]);
        int pairs = builder.References([.. metadata.Select(pair => Pair(builder, pair))]);
        return builder.Table(FlatValue.At(SchemaFields, columns), FlatValue.At(SchemaMetadata, pairs));
    }

    private static int Pair(FlatBuilder builder, KeyValuePair<string, string> pair)
    {
        int key = builder.Text(pair.Key);
        int value = builder.Text(pair.Value);
        return builder.Table(FlatValue.At(0, key), FlatValue.At(1, value));
    }

    private static int Field(FlatBuilder builder, ArrowOutputField field)
    {
        int children = builder.References(Elements(builder, field.Type));
        int name = builder.Text(field.Name);
        (int id, int type) = Type(builder, field);
        return builder.Table(
            FlatValue.At(FieldName, name),
            FlatValue.Byte(FieldNullable, 1),
            FlatValue.Byte(FieldTypeId, id),
            FlatValue.At(FieldType, type),
            FlatValue.At(FieldChildren, children));
    }

    private static int[] Elements(FlatBuilder builder, ArrowOutputType list) => list switch
    {
        ArrowOutputType.Float32List => [Field(builder, new ArrowOutputField("item", ArrowOutputType.Float32))],
        ArrowOutputType.Float64List => [Field(builder, new ArrowOutputField("item", ArrowOutputType.Float64))],
        _ => [],
    };

    private static (int Id, int Place) Type(FlatBuilder builder, ArrowOutputField field) => field.Type switch
    {
        ArrowOutputType.Utf8 => (Utf8, builder.Table()),
        ArrowOutputType.Date32 => (Date, builder.Table(FlatValue.Int16(0, UnitDay))),
        ArrowOutputType.TimestampMicroseconds => (Timestamp, builder.Table(FlatValue.Int16(0, (int)ArrowTimeUnit.Microsecond))),
        ArrowOutputType.Float32 => (FloatingPoint, builder.Table(FlatValue.Int16(0, SinglePrecision))),
        ArrowOutputType.Float32List or ArrowOutputType.Float64List => (FixedSizeList, builder.Table(FlatValue.Int32(0, field.ListSize))),
        _ => (FloatingPoint, builder.Table(FlatValue.Int16(0, DoublePrecision))),
    };
}
