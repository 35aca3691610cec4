using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using FactorGpu.Arrow.CData.Native;
using FactorGpu.Arrow.Ipc;
using FactorGpu.Errors;

namespace FactorGpu.Arrow.CData;

/// <summary>A record batch of a stream: its arrays, with all counts checked, and its columns, read when asked for.</summary>
/// <remarks>
/// The structs of the interface have no sizes of buffers. What they do say is held against itself and against the schema; that each buffer is as long as length,
/// offset and type ask for is the producer's word.
/// </remarks>
internal sealed unsafe class CDataBatch : IArrowBatch
{
    private const string Path = Throw.ArrowStreamName;

    private readonly CDataArray _owner;

    // By the number of nodes before a column.
    private readonly List<CDataNode> _nodes = [];

    private CDataBatch(CDataArray owner, string name, long rowCount)
    {
        _owner = owner;
        Name = name;
        if (rowCount < 0 || rowCount > Array.MaxLength)
        {
            Throw.ArrowUnsupported(Path, $"{rowCount} rows in its {name}", $"0 to {Array.MaxLength} are read", "Export smaller record batches.");
        }

        RowCount = (int)rowCount;
    }

    public int RowCount { get; }

    public string Name { get; }

    /// <summary>Takes the arrays of a record batch.</summary>
    /// <param name="owner">What keeps them.</param>
    /// <param name="name">The batch, as messages name it.</param>
    /// <param name="fields">The columns of the schema.</param>
    /// <exception cref="BarFormatException">The arrays are not those of the schema, or contradict themselves.</exception>
    internal static CDataBatch Of(CDataArray owner, string name, ImmutableArray<ArrowField> fields)
    {
        CArrowArray array = owner.Struct;
        var batch = new CDataBatch(owner, name, array.Length);
        batch.CheckCounts(&array, "the batch itself");
        batch.CheckChildren(&array, "the batch itself", fields.Length);
        var rows = new CDataNode(&array, array.Offset, array.Length);
        if (new CDataBuffers(owner, rows, ArrowTypeKind.Struct, $"its {name}").HasNulls)
        {
            Throw.ArrowUnsupported(Path, $"rows that are null as a whole in its {name}", "columns may have nulls, rows may not", "Drop these rows before they are exported.");
        }

        for (int c = 0; c < fields.Length; c++)
        {
            batch.Add(array.Children[c], fields[c], array.Offset, array.Length);
        }

        return batch;
    }

    public ArrowColumn Column(ArrowField field) => Column(field, RowCount);

    public ArrowColumn Column(ArrowField field, int rowCount)
    {
        CDataNode node = Node(field, rowCount);
        CDataBuffers buffers = Buffers(node, field);
        ArrowDictionary? dictionary = field.Encoding is null ? null : new ArrowDictionary(before: null, Dictionary(node, field));
        return new ArrowColumn(Path, Name, field, rowCount, buffers.HasNulls, buffers.Read(), dictionary);
    }

    public bool TryUse<TValue>(ArrowField field, int rowCount, out ReadOnlyMemory<TValue> values)
        where TValue : unmanaged
        => Buffers(Node(field, rowCount), field).TryUse(out values);

    private CDataBuffers Buffers(CDataNode node, ArrowField field)
        => new(_owner, node, field.Encoding?.IndexKind ?? field.Type.Kind, $"column {field.Name} of its {Name}");

    private CDataNode Node(ArrowField field, int rowCount)
    {
        CDataNode node = _nodes[field.First.Nodes];
        if (node.RowCount != rowCount)
        {
            Broken(field, $"are {node.RowCount} values where {rowCount} are needed");
        }

        return node;
    }

    private CDataBatch Dictionary(CDataNode node, ArrowField field)
    {
        CArrowArray* values = node.Array->Dictionary;
        var batch = new CDataBatch(_owner, $"dictionary of column {field.Name} of its {Name}", values is null ? 0 : values->Length);
        batch.Add(values, field.Encoding!.Values, before: 0, batch.RowCount);
        return batch;
    }

    /// <summary>Adds a column and its children.</summary>
    /// <param name="array">Its array.</param>
    /// <param name="field">Its place in the schema.</param>
    /// <param name="before">Values of the array that the arrays above it leave out at its start.</param>
    /// <param name="rowCount">Values that belong to the batch.</param>
    private void Add(CArrowArray* array, ArrowField field, long before, long rowCount)
    {
        string what = $"column {field.Name}";
        if (array is null || array->Release is null)
        {
            Broken(field, $"is an array that is {(array is null ? "null" : "released")}");
        }

        CheckCounts(array, what);
        CheckChildren(array, what, field.Children.Length);
        if (before > array->Length - rowCount)
        {
            Broken(field, $"are {array->Length} values where {before} + {rowCount} are needed");
        }

        if ((array->Dictionary is null) != (field.Encoding is null))
        {
            Broken(field, array->Dictionary is null ? "is no dictionary, which the schema promises" : "is a dictionary, of which the schema says nothing");
        }

        long start = array->Offset + before;
        _nodes.Add(new CDataNode(array, start, rowCount));
        (long childBefore, long childRows) = InChildren(field, start, rowCount);
        for (int c = 0; c < field.Children.Length; c++)
        {
            Add(array->Children[c], field.Children[c], childBefore, childRows);
        }
    }

    /// <summary>Which values of its children a column has: those of a struct are its own, those of fixed lists as many for each; those of others are nowhere read.</summary>
    private (long Before, long RowCount) InChildren(ArrowField field, long start, long rowCount)
    {
        long each = field.Type.Kind switch
        {
            ArrowTypeKind.Struct => 1,
            ArrowTypeKind.FixedSizeList => field.Type.ListSize,
            _ => 0,
        };
        if (each > 0 && start > (long.MaxValue / each) - rowCount)
        {
            Broken(field, $"is an offset of {start}, for lists of {each}");
        }

        return (start * each, rowCount * each);
    }

    private void CheckCounts(CArrowArray* array, string what)
    {
        if (array->Length < 0 || array->Offset < 0 || array->Offset > long.MaxValue - array->Length || array->NullCount < -1 || array->NullCount > array->Length)
        {
            Throw.ArrowBroken(Path, $"{what} in its {Name} is said to have {array->Length} values from {array->Offset} on, {array->NullCount} of them null");
        }

        if (array->BufferCount < 0 || (array->BufferCount > 0 && array->Buffers is null))
        {
            Throw.ArrowBroken(Path, $"{what} in its {Name} is said to have {array->BufferCount} buffers{(array->Buffers is null ? ", and has no list of them" : "")}");
        }
    }

    private void CheckChildren(CArrowArray* array, string what, int children)
    {
        if (array->ChildCount != children || (children > 0 && array->Children is null))
        {
            Throw.ArrowBroken(
                Path, $"{what} in its {Name} is said to have {array->ChildCount} columns below it{(array->Children is null ? ", has no list of them" : "")}, and the schema has {children}");
        }
    }

    [DoesNotReturn]
    private void Broken(ArrowField field, string what) => Throw.ArrowBroken(Path, $"in column {field.Name} of its {Name} {what}");
}
