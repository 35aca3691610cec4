using System;
using System.Buffers;
using System.Runtime.InteropServices;

namespace FactorGpu.Arrow.Ipc;

/// <summary>A buffer of a column as it lies in the memory of whoever made it.</summary>
internal abstract class ArrowOutputBuffer
{
    /// <summary>A buffer without bytes: the validity bitmap of a column without nulls.</summary>
    internal static ArrowOutputBuffer Empty => Of(ReadOnlyMemory<byte>.Empty);

    internal abstract ReadOnlySpan<byte> Bytes { get; }

    /// <summary>The address of the bytes, which stay there until the handle is disposed of.</summary>
    internal abstract MemoryHandle Pin();

    /// <summary>A buffer over numbers, which must not change until it is written.</summary>
    internal static ArrowOutputBuffer Of<TValue>(ReadOnlyMemory<TValue> values)
        where TValue : unmanaged
        => new Numbers<TValue>(values);

    private sealed class Numbers<TValue>(ReadOnlyMemory<TValue> values) : ArrowOutputBuffer
        where TValue : unmanaged
    {
        internal override ReadOnlySpan<byte> Bytes => MemoryMarshal.AsBytes(values.Span);

        internal override MemoryHandle Pin() => values.Pin();
    }
}
