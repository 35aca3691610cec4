using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Errors;

namespace FactorGpu.Arrow.Ipc;

/// <summary>Reads the schema of a file (Schema.fbs of the format).</summary>
internal sealed class ArrowSchemaReader
{
    private const int SchemaEndianness = 0;
    private const int SchemaFields = 1;
    private const int SchemaMetadata = 2;
    private const int FieldName = 0;
    private const int FieldDictionary = 4;
    private const int FieldChildren = 5;
    private const int EncodingId = 0;
    private const int EncodingIndexType = 1;
    private const int MaxDepth = 64;
    private const long TextsPerByte = 16;
    private const short V4 = 3;
    private const short V5 = 4;

    private readonly string _path;
    private readonly bool _isBeforeV5;
    private readonly Dictionary<long, ArrowType> _dictionaryTypes = [];

    // More fields, or longer texts, cannot lie in the metadata: guards against tables and texts that are referred to many times.
    private int _fieldBudget;
    private long _textBudget;

    /// <param name="path">The file, for messages.</param>
    /// <param name="version">Metadata version, numbered as in the format.</param>
    /// <param name="metadataBytes">Bytes of the metadata in which the schema stands.</param>
    /// <exception cref="BarFormatException">The version is not read.</exception>
    internal ArrowSchemaReader(string path, short version, int metadataBytes)
    {
        if (version is not (V4 or V5))
        {
            Throw.ArrowUnsupported(path, $"metadata of version {version + 1}", "versions 4 and 5 are read", "Write it with a current Arrow library.");
        }

        _path = path;
        _isBeforeV5 = version < V5;
        _fieldBudget = metadataBytes;
        _textBudget = metadataBytes * TextsPerByte;
    }

    /// <summary>The columns in file order, and what the writer has added.</summary>
    /// <exception cref="BarFormatException">The schema is broken, or of a kind that is not read.</exception>
    internal ArrowSchema Read(FlatTable schema)
    {
        if (schema.Int16(SchemaEndianness) != 0)
        {
            Throw.ArrowUnsupported(_path, "big-endian numbers", "little-endian ones are read", "Write it on a little-endian machine.");
        }

        ImmutableArray<ArrowField> fields = Fields(schema, SchemaFields, default, depth: 0);
        return new ArrowSchema(fields, Metadata(schema));
    }

    private ImmutableArray<ArrowField> Fields(FlatTable parent, int list, ArrowParts before, int depth)
    {
        int count = parent.TableCount(list);
        var fields = ImmutableArray.CreateBuilder<ArrowField>();
        for (int i = 0; i < count; i++)
        {
            fields.Add(Field(parent.TableIn(list, i), before, depth));
            before += fields[i].Own;
        }

        return fields.ToImmutable();
    }

    private ArrowField Field(FlatTable field, ArrowParts first, int depth)
    {
        if (depth > MaxDepth || --_fieldBudget < 0)
        {
            Throw.ArrowBroken(_path, "its schema nests columns without end");
        }

        return field.Has(FieldDictionary) ? Encoded(field, first, depth) : Plain(field, first, depth);
    }

    private ArrowField Plain(FlatTable field, ArrowParts first, int depth)
    {
        ArrowType type = ArrowTypeReader.Read(field, _path);
        ArrowParts alone = ArrowParts.Of(type.Kind, _isBeforeV5);
        ImmutableArray<ArrowField> children = Fields(field, FieldChildren, first + alone, depth + 1);
        return new ArrowField
        {
            Name = Text(field, FieldName),
            Type = type,
            First = first,
            Alone = alone,
            Own = children.Aggregate(alone, (sum, child) => sum + child.Own),
            Children = children,
        };
    }

    private ArrowField Encoded(FlatTable field, ArrowParts first, int depth)
    {
        ArrowField values = Plain(field, default, depth);
        FlatTable encoding = field.Table(FieldDictionary, "encoding of a column");
        ArrowTypeKind indexKind = encoding.Has(EncodingIndexType)
            ? ArrowTypeReader.IntegerKind(encoding.Table(EncodingIndexType, "index type"), field, _path)
            : ArrowTypeKind.Int32;
        long id = encoding.Int64(EncodingId);
        if (!_dictionaryTypes.TryAdd(id, values.Type) && _dictionaryTypes[id] != values.Type)
        {
            Throw.ArrowBroken(_path, $"its dictionary {id} is said to be of type {_dictionaryTypes[id].Kind} and of type {values.Type.Kind}");
        }

        ArrowParts own = ArrowParts.Of(indexKind, _isBeforeV5);
        return new ArrowField
        {
            Name = values.Name,
            Type = values.Type,
            First = first,
            Alone = own,
            Own = own,
            Encoding = new ArrowEncoding(id, indexKind, values),
        };
    }

    private ImmutableDictionary<string, string> Metadata(FlatTable schema)
    {
        var metadata = ImmutableDictionary.CreateBuilder<string, string>();
        int count = schema.TableCount(SchemaMetadata);
        for (int i = 0; i < count; i++)
        {
            FlatTable pair = schema.TableIn(SchemaMetadata, i);
            metadata[Text(pair, 0)] = Text(pair, 1);
        }

        return metadata.ToImmutable();
    }

    private string Text(FlatTable table, int field)
    {
        _textBudget -= table.Vector(field, sizeof(byte)).Length;
        if (_textBudget < 0)
        {
            Throw.ArrowBroken(_path, "its schema has texts without end");
        }

        return table.Text(field);
    }
}
