using System;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text;
using FactorGpu.Arrow.CData.Native;
using FactorGpu.Arrow.Ipc;
using FactorGpu.Errors;

namespace FactorGpu.Arrow.CData;

/// <summary>Reads the schema of a stream of record batches from its C struct into what a file's schema becomes.</summary>
/// <remarks>The number of nodes before a column, children counted, is the place of its array in <see cref="CDataBatch"/>.</remarks>
internal sealed unsafe class CDataSchemaReader
{
    private const string Path = Throw.ArrowStreamName;
    private const int MaxDepth = 64;

    // More columns than a table has: guards against structs that have each other as children.
    private const int MaxFields = 1 << 20;

    private long _nextDictionary;
    private int _fields;

    private CDataSchemaReader()
    {
    }

    /// <summary>The columns, and what the producer has added.</summary>
    /// <param name="schema">A schema that has not been released; nothing of it is kept.</param>
    /// <exception cref="BarFormatException">The schema is broken, is not that of record batches, or has a type that is not known.</exception>
    internal static ArrowSchema Read(CArrowSchema* schema)
    {
        string format = Format(schema, "its schema");
        if (format != "+s" || schema->Dictionary is not null)
        {
            Throw.ArrowUnsupported(Path, $"arrays of the format {format}", "a stream of record batches (format +s) is read", "Export record batches.");
        }

        return new ArrowSchema(new CDataSchemaReader().Fields(schema, default, depth: 0), Metadata(schema->Metadata));
    }

    private ImmutableArray<ArrowField> Fields(CArrowSchema* parent, ArrowParts before, int depth)
    {
        if (parent->ChildCount < 0 || parent->ChildCount > MaxFields - _fields)
        {
            Throw.ArrowBroken(Path, $"its schema has {parent->ChildCount} columns at depth {depth}, after {_fields} others");
        }

        if (parent->ChildCount > 0 && parent->Children is null)
        {
            Throw.ArrowBroken(Path, $"its schema has {parent->ChildCount} columns at depth {depth}, and no list of them");
        }

        _fields += (int)parent->ChildCount;
        var fields = ImmutableArray.CreateBuilder<ArrowField>();
        for (long i = 0; i < parent->ChildCount; i++)
        {
            fields.Add(Field(parent->Children[i], before, depth + 1));
            before += fields[^1].Own;
        }

        return fields.ToImmutable();
    }

    private ArrowField Field(CArrowSchema* schema, ArrowParts first, int depth)
    {
        if (schema is null || schema->Release is null)
        {
            Throw.ArrowBroken(Path, $"a column of its schema is {(schema is null ? "null" : "released")}");
        }

        if (depth > MaxDepth)
        {
            Throw.ArrowBroken(Path, "its schema nests columns without end");
        }

        string name = Marshal.PtrToStringUTF8((nint)schema->Name) ?? "";
        ArrowType type = CDataFormat.TypeOf(Format(schema, $"column {name}"), name);
        return schema->Dictionary is null ? Plain(schema, name, type, first, depth) : Encoded(schema, name, type, first, depth);
    }

    private ArrowField Plain(CArrowSchema* schema, string name, ArrowType type, ArrowParts first, int depth)
    {
        var alone = new ArrowParts(1, 0, 0);
        ImmutableArray<ArrowField> children = Fields(schema, first + alone, depth);
        return new ArrowField
        {
            Name = name,
            Type = type,
            First = first,
            Alone = alone,
            Own = children.Aggregate(alone, (sum, child) => sum + child.Own),
            Children = children,
        };
    }

    private ArrowField Encoded(CArrowSchema* schema, string name, ArrowType index, ArrowParts first, int depth)
    {
        ArrowField values = Field(schema->Dictionary, default, depth + 1);
        if (!index.IsInteger || values.Encoding is not null || schema->ChildCount != 0)
        {
            Throw.ArrowUnsupported(
                Path, $"a column {name} of {index.Kind} positions in a dictionary of {values.TypeName}", "whole numbers are positions, in a dictionary of plain values", "Cast the column before it is exported.");
        }

        var own = new ArrowParts(1, 0, 0);
        return new ArrowField { Name = name, Type = values.Type, First = first, Alone = own, Own = own, Encoding = new ArrowEncoding(_nextDictionary++, index.Kind, values) };
    }

    private static string Format(CArrowSchema* schema, string what)
    {
        if (schema->Format is null)
        {
            Throw.ArrowBroken(Path, $"{what} has no format");
        }

        return Marshal.PtrToStringUTF8((nint)schema->Format)!;
    }

    /// <summary>Keys and values: their number, then each text with its length before it, all int32 of the machine.</summary>
    private static ImmutableDictionary<string, string> Metadata(byte* at)
    {
        var metadata = ImmutableDictionary.CreateBuilder<string, string>();
        for (int pairs = at is null ? 0 : Count(ref at); pairs > 0; pairs--)
        {
            string key = Text(ref at);
            metadata[key] = Text(ref at);
        }

        return metadata.ToImmutable();
    }

    private static string Text(ref byte* at)
    {
        int length = Count(ref at);
        string text = Encoding.UTF8.GetString(at, length);
        at += length;
        return text;
    }

    private static int Count(ref byte* at)
    {
        int count = MemoryMarshal.Read<int>(new ReadOnlySpan<byte>(at, sizeof(int)));
        at += sizeof(int);
        if (count < 0)
        {
            Throw.ArrowBroken(Path, $"the metadata of its schema has a length of {count}");
        }

        return count;
    }
}
