using System;
using System.Buffers;

namespace FactorGpu.Arrow.Ipc;

/// <summary>Numbers of a mapped file as memory. The range has been checked by <see cref="MappedBytes.Numbers"/>, which keeps spans in bounds; it is read only.</summary>
internal sealed unsafe class MappedNumbers<TValue>(MappedBytes file, long offset, int count) : MemoryManager<TValue>
    where TValue : unmanaged
{
    public override Memory<TValue> Memory => CreateMemory(count);

    public override Span<TValue> GetSpan() => new(file.Address(offset), count);

    /// <summary>The address of an element, which stays where it is without pinning.</summary>
    public override MemoryHandle Pin(int elementIndex = 0)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)elementIndex, (uint)count, nameof(elementIndex));
        return new MemoryHandle((TValue*)file.Address(offset) + elementIndex, default, this);
    }

    public override void Unpin()
    {
    }

    /// <summary>Does nothing: the mapping belongs to the file's reader.</summary>
    protected override void Dispose(bool disposing)
    {
    }
}
