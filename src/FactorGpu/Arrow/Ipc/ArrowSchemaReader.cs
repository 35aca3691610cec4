using System.Collections.Immutable;
using FactorGpu.Errors;

namespace FactorGpu.Arrow.Ipc;

/// <summary>Reads the columns of a file from its schema (Schema.fbs of the format).</summary>
/// <param name="path">The file, for messages.</param>
/// <param name="isBeforeV5">True for metadata of version 4.</param>
/// <param name="fieldBudget">More fields than this cannot lie in the metadata; guards against tables that are referred to many times.</param>
internal sealed class ArrowSchemaReader(string path, bool isBeforeV5, int fieldBudget)
{
    private const int SchemaEndianness = 0;
    private const int SchemaFields = 1;
    private const int FieldName = 0;
    private const int FieldDictionary = 4;
    private const int FieldChildren = 5;
    private const int MaxDepth = 64;

    private int _fieldBudget = fieldBudget;

    /// <summary>The columns, in file order.</summary>
    /// <exception cref="BarFormatException">The schema is broken, or of a kind that is not read.</exception>
    internal ImmutableArray<ArrowField> Read(FlatTable schema)
    {
        if (schema.Int16(SchemaEndianness) != 0)
        {
            Throw.ArrowUnsupported(path, "big-endian numbers", "little-endian ones are read", "Write it on a little-endian machine.");
        }

        int count = schema.TableCount(SchemaFields);
        var fields = ImmutableArray.CreateBuilder<ArrowField>();
        ArrowParts before = default;
        for (int i = 0; i < count; i++)
        {
            FlatTable field = schema.TableIn(SchemaFields, i);
            ArrowParts own = Parts(field, depth: 0);
            fields.Add(new ArrowField(field.Text(FieldName), TypeOf(field), before, own));
            before += own;
        }

        return fields.ToImmutable();
    }

    private ArrowType TypeOf(FlatTable field)
        => field.Has(FieldDictionary) ? new ArrowType(ArrowTypeKind.Dictionary) : ArrowTypeReader.Read(field, path);

    private ArrowParts Parts(FlatTable field, int depth)
    {
        if (depth > MaxDepth || --_fieldBudget < 0)
        {
            Throw.ArrowBroken(path, "its schema nests columns without end");
        }

        ArrowTypeKind kind = TypeOf(field).Kind;
        ArrowParts parts = ArrowParts.Of(kind, isBeforeV5);
        if (kind == ArrowTypeKind.Dictionary)
        {
            return parts;
        }

        int children = field.TableCount(FieldChildren);
        for (int i = 0; i < children; i++)
        {
            parts += Parts(field.TableIn(FieldChildren, i), depth + 1);
        }

        return parts;
    }
}
