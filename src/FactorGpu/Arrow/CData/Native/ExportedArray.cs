using System.Buffers;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using FactorGpu.Arrow.Ipc;

namespace FactorGpu.Arrow.CData.Native;

/// <summary>Arrays as other libraries read them: structs ArrowArray over pinned memory. Each keeps its own buffers, so that a reader may move a column out of its batch.</summary>
internal sealed unsafe class ExportedArray
{
    private readonly ImmutableArray<MemoryHandle> _pins;
    private readonly void* _block;

    private ExportedArray(ImmutableArray<MemoryHandle> pins, void* block)
    {
        _pins = pins;
        _block = block;
    }

    /// <summary>Fills the array of a record batch.</summary>
    /// <param name="target">A struct, which is overwritten.</param>
    /// <param name="batch">The batch; what its columns lie over stays pinned until they are released.</param>
    internal static void Export(CArrowArray* target, ArrowOutputBatch batch)
    {
        ImmutableArray<ArrowOutputColumn> columns = [.. batch.Columns.Select(make => make())];
        Fill(target, new ArrowOutputNode(batch.RowCount, 0), [ArrowOutputBuffer.Empty], columns.Length);
        for (int c = 0; c < columns.Length; c++)
        {
            Export(target->Children[c], columns[c]);
        }
    }

    private static void Export(CArrowArray* target, ArrowOutputColumn column)
    {
        // A column of lists has a bitmap of its own, then the buffers of its elements.
        bool isList = column.Nodes.Length > 1;
        Fill(target, column.Nodes[0], isList ? column.Buffers[..1] : column.Buffers, isList ? 1 : 0);
        if (isList)
        {
            Fill(target->Children[0], column.Nodes[1], column.Buffers[1..], children: 0);
        }
    }

    private static void Fill(CArrowArray* target, ArrowOutputNode node, ImmutableArray<ArrowOutputBuffer> buffers, int children)
    {
        nuint bytes = (nuint)((buffers.Length * sizeof(void*)) + (children * (sizeof(CArrowArray*) + sizeof(CArrowArray))));
        byte* block = (byte*)NativeMemory.AllocZeroed(bytes);
        ImmutableArray<MemoryHandle> pins = [.. buffers.Select(buffer => buffer.Pin())];
        *target = new CArrowArray
        {
            Length = node.Length,
            NullCount = node.Nulls,
            BufferCount = buffers.Length,
            ChildCount = children,
            Buffers = (void**)block,
            Children = (CArrowArray**)(block + (buffers.Length * sizeof(void*))),
            Release = &Release,
            PrivateData = (void*)GCHandle.ToIntPtr(GCHandle.Alloc(new ExportedArray(pins, block))),
        };
        for (int b = 0; b < buffers.Length; b++)
        {
            // The first is the bitmap, which an array without nulls may leave out.
            target->Buffers[b] = b == 0 && buffers[b].Bytes.IsEmpty ? null : pins[b].Pointer;
        }

        for (int c = 0; c < children; c++)
        {
            target->Children[c] = (CArrowArray*)(target->Children + children) + c;
        }
    }

    /// <summary>Releases the children that the reader has not moved elsewhere, then the pins and the memory of the struct, in which they lie.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Release(CArrowArray* array)
    {
        for (long c = 0; c < array->ChildCount; c++)
        {
            CArrowArray* child = array->Children[c];
            if (child->Release is not null)
            {
                child->Release(child);
            }
        }

        GCHandle handle = GCHandle.FromIntPtr((nint)array->PrivateData);
        var self = (ExportedArray)handle.Target!;
        *array = default;
        handle.Free();
        foreach (MemoryHandle pin in self._pins)
        {
            pin.Dispose();
        }

        NativeMemory.Free(self._block);
    }
}
