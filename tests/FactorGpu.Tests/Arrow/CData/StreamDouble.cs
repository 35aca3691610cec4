using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text;
using FactorGpu.Arrow.CData.Native;

namespace FactorGpu.Tests.Arrow.CData;

/// <summary>A producer of record batches in native memory that counts what it gives and what is released. What is released is overwritten, then freed.</summary>
internal sealed unsafe class StreamDouble : IDisposable
{
    private const byte Poison = 0xA5;

    private readonly CDataColumn[] _schema;
    private readonly CDataColumn[][] _batches;
    private readonly GetSchemaCall _getSchema;
    private readonly GetNextCall _getNext;
    private readonly GetLastErrorCall _getLastError;
    private readonly ReleaseStreamCall _releaseStream;
    private readonly ReleaseSchemaCall _releaseSchema;
    private readonly ReleaseArrayCall _releaseArray;
    private readonly ReleaseArrayCall _releaseChild;
    private readonly Dictionary<nint, List<(nint Address, int Bytes)>> _blocks = [];
    private readonly CArrowArrayStream* _stream;
    private nint _words;
    private nint _nextBlocks;

    /// <param name="batches">The columns of each batch; those of the first are the schema.</param>
    internal StreamDouble(params CDataColumn[][] batches)
    {
        _schema = batches[0];
        _batches = batches;
        _getSchema = GetSchema;
        _getNext = GetNext;
        _getLastError = _ => (byte*)_words;
        _releaseStream = ReleaseStream;
        _releaseSchema = ReleaseSchema;
        _releaseArray = ReleaseArray;
        _releaseChild = _ => ChildrenReleased++;
        _stream = (CArrowArrayStream*)NativeMemory.AllocZeroed((nuint)sizeof(CArrowArrayStream));
        _stream->GetSchema = (delegate* unmanaged[Cdecl]<CArrowArrayStream*, CArrowSchema*, int>)Marshal.GetFunctionPointerForDelegate(_getSchema);
        _stream->GetNext = (delegate* unmanaged[Cdecl]<CArrowArrayStream*, CArrowArray*, int>)Marshal.GetFunctionPointerForDelegate(_getNext);
        _stream->GetLastError = (delegate* unmanaged[Cdecl]<CArrowArrayStream*, byte*>)Marshal.GetFunctionPointerForDelegate(_getLastError);
        _stream->Release = (delegate* unmanaged[Cdecl]<CArrowArrayStream*, void>)Marshal.GetFunctionPointerForDelegate(_releaseStream);
    }

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int GetSchemaCall(CArrowArrayStream* stream, CArrowSchema* schema);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int GetNextCall(CArrowArrayStream* stream, CArrowArray* array);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate byte* GetLastErrorCall(CArrowArrayStream* stream);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate void ReleaseStreamCall(CArrowArrayStream* stream);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate void ReleaseSchemaCall(CArrowSchema* schema);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate void ReleaseArrayCall(CArrowArray* array);

    internal delegate void SchemaEdit(CArrowSchema* schema);

    internal delegate void ArrayEdit(CArrowArray* array);

    /// <summary>Address of the struct ArrowArrayStream.</summary>
    internal nint Address => (nint)_stream;

    internal int StreamsReleased { get; private set; }

    internal int SchemasGiven { get; private set; }

    internal int SchemasReleased { get; private set; }

    internal int ArraysGiven { get; private set; }

    internal int ArraysReleased { get; private set; }

    /// <summary>Calls of the release of a child, which only its parent may do.</summary>
    internal int ChildrenReleased { get; private set; }

    /// <summary>True while nobody has taken the stream or released it.</summary>
    internal bool IsStreamHere => _stream->Release is not null;

    /// <summary>The number of the batch in whose place there is an error; -1 for the schema.</summary>
    internal int FailsAt { get; init; } = int.MaxValue;

    /// <summary>What is said about the error.</summary>
    internal string? Words { get; init; }

    /// <summary>Batches that are given, where these are fewer than there are.</summary>
    internal int EndsAt { get; init; } = int.MaxValue;

    /// <summary>Changes the schema before it is given.</summary>
    internal SchemaEdit? EditSchema { get; init; }

    /// <summary>Changes each array before it is given.</summary>
    internal ArrayEdit? EditArray { get; init; }

    /// <summary>Called before a batch is given, with its number.</summary>
    internal Action<int>? OnNext { get; init; }

    /// <summary>Leaves the stream without what gives its batches.</summary>
    internal void RemoveCallbacks() => _stream->GetNext = null;

    /// <summary>True when numbers lie in memory that has been given and not released.</summary>
    internal bool Holds<TValue>(ReadOnlySpan<TValue> numbers)
        where TValue : unmanaged
    {
        fixed (TValue* first = numbers)
        {
            nint address = (nint)first;
            return _blocks.Values.SelectMany(blocks => blocks).Any(block => address >= block.Address && address < block.Address + block.Bytes);
        }
    }

    public void Dispose()
    {
        foreach (nint key in _blocks.Keys.ToArray())
        {
            Free(key);
        }

        NativeMemory.Free(_stream);
        Marshal.FreeCoTaskMem(_words);
    }

    private int GetSchema(CArrowArrayStream* stream, CArrowSchema* schema)
    {
        if (FailsAt < 0)
        {
            return Fail();
        }

        SchemasGiven++;
        nint blocks = NewBlocks();
        Fill(schema, new CDataColumn { Name = "", Format = "+s", Length = 0, Buffers = [], Children = _schema }, blocks);
        schema->PrivateData = (void*)blocks;
        schema->Release = (delegate* unmanaged[Cdecl]<CArrowSchema*, void>)Marshal.GetFunctionPointerForDelegate(_releaseSchema);
        EditSchema?.Invoke(schema);
        return 0;
    }

    private int GetNext(CArrowArrayStream* stream, CArrowArray* array)
    {
        *array = default;
        OnNext?.Invoke(ArraysGiven);
        if (ArraysGiven == FailsAt)
        {
            return Fail();
        }

        if (ArraysGiven == Math.Min(EndsAt, _batches.Length))
        {
            return 0;
        }

        CDataColumn[] columns = _batches[ArraysGiven++];
        nint blocks = NewBlocks();
        Fill(array, new CDataColumn { Name = "", Format = "+s", Length = columns.Length == 0 ? 0 : columns[0].Length, Buffers = [null], Children = columns }, blocks);
        array->PrivateData = (void*)blocks;
        array->Release = (delegate* unmanaged[Cdecl]<CArrowArray*, void>)Marshal.GetFunctionPointerForDelegate(_releaseArray);
        EditArray?.Invoke(array);
        return 0;
    }

    private int Fail()
    {
        _words = Words is null ? 0 : Marshal.StringToCoTaskMemUTF8(Words);
        return 22;
    }

    private void ReleaseStream(CArrowArrayStream* stream)
    {
        StreamsReleased++;
        stream->Release = null;
    }

    private void ReleaseSchema(CArrowSchema* schema)
    {
        SchemasReleased++;
        Free((nint)schema->PrivateData);
        schema->Release = null;
    }

    private void ReleaseArray(CArrowArray* array)
    {
        ArraysReleased++;
        Free((nint)array->PrivateData);
        array->Release = null;
    }

    private void Fill(CArrowSchema* target, CDataColumn column, nint blocks)
    {
        *target = default;
        target->Format = column.Format is null ? null : (byte*)Block(Encoding.UTF8.GetBytes(column.Format + '\0'), blocks);
        target->Name = (byte*)Block(Encoding.UTF8.GetBytes(column.Name + '\0'), blocks);
        target->ChildCount = column.Children.Length;
        target->Children = (CArrowSchema**)Block(new byte[column.Children.Length * sizeof(nint)], blocks);
        for (int c = 0; c < column.Children.Length; c++)
        {
            target->Children[c] = NewSchema(column.Children[c], blocks);
        }

        target->Dictionary = column.Dictionary is null ? null : NewSchema(column.Dictionary, blocks);
    }

    private void Fill(CArrowArray* target, CDataColumn column, nint blocks)
    {
        *target = default;
        target->Length = column.Length;
        target->Offset = column.Offset;
        target->NullCount = column.Nulls;
        target->BufferCount = column.Buffers.Length;
        target->Buffers = (void**)Block(new byte[column.Buffers.Length * sizeof(nint)], blocks);
        for (int b = 0; b < column.Buffers.Length; b++)
        {
            target->Buffers[b] = column.Buffers[b] is { } bytes ? (void*)Block(bytes, blocks) : null;
        }

        target->ChildCount = column.Children.Length;
        target->Children = (CArrowArray**)Block(new byte[column.Children.Length * sizeof(nint)], blocks);
        for (int c = 0; c < column.Children.Length; c++)
        {
            target->Children[c] = NewArray(column.Children[c], blocks);
        }

        target->Dictionary = column.Dictionary is null ? null : NewArray(column.Dictionary, blocks);
    }

    private CArrowSchema* NewSchema(CDataColumn column, nint blocks)
    {
        var schema = (CArrowSchema*)Block(new byte[sizeof(CArrowSchema)], blocks);
        Fill(schema, column, blocks);
        schema->Release = (delegate* unmanaged[Cdecl]<CArrowSchema*, void>)Marshal.GetFunctionPointerForDelegate(_releaseChild);
        return schema;
    }

    private CArrowArray* NewArray(CDataColumn column, nint blocks)
    {
        var array = (CArrowArray*)Block(new byte[sizeof(CArrowArray)], blocks);
        Fill(array, column, blocks);
        array->Release = (delegate* unmanaged[Cdecl]<CArrowArray*, void>)Marshal.GetFunctionPointerForDelegate(_releaseChild);
        return array;
    }

    private nint NewBlocks()
    {
        _blocks.Add(++_nextBlocks, []);
        return _nextBlocks;
    }

    /// <summary>Native memory at a multiple of 64 with a copy of bytes, that goes with its struct.</summary>
    private nint Block(byte[] bytes, nint blocks)
    {
        var address = (nint)NativeMemory.AlignedAlloc((nuint)Math.Max(bytes.Length, 1), 64);
        bytes.CopyTo(new Span<byte>((void*)address, bytes.Length));
        _blocks[blocks].Add((address, bytes.Length));
        return address;
    }

    private void Free(nint blocks)
    {
        foreach ((nint address, int bytes) in _blocks[blocks])
        {
            new Span<byte>((void*)address, bytes).Fill(Poison);
            NativeMemory.AlignedFree((void*)address);
        }

        _blocks.Remove(blocks);
    }
}
