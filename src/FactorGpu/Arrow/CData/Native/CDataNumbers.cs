using System;
using System.Buffers;

namespace FactorGpu.Arrow.CData.Native;

/// <summary>Numbers in the memory of who made an array, as memory that is only read. <see cref="CDataBuffers"/> has computed the range from the array's length and offset.</summary>
internal sealed unsafe class CDataNumbers<TValue>(CDataArray owner, TValue* first, int count) : MemoryManager<TValue>
    where TValue : unmanaged
{
    public override Memory<TValue> Memory => CreateMemory(count);

    public override Span<TValue> GetSpan()
    {
        owner.Demand();
        return new Span<TValue>(first, count);
    }

    /// <summary>The address of an element, which stays where it is without pinning.</summary>
    public override MemoryHandle Pin(int elementIndex = 0)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)elementIndex, (uint)count, nameof(elementIndex));
        owner.Demand();
        return new MemoryHandle(first + elementIndex, default, this);
    }

    public override void Unpin()
    {
    }

    /// <summary>Does nothing: the memory belongs to the array.</summary>
    protected override void Dispose(bool disposing)
    {
    }
}
