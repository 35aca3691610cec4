using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FactorGpu.Engines.Cpu;

/// <summary>Zeroed memory that the collector does not move, at a multiple of 64 bytes. Its address is good while this object is alive.</summary>
internal sealed unsafe class PinnedArray<T>
    where T : unmanaged
{
    private const int Alignment = 64;

    private readonly byte[] _memory;

    internal PinnedArray(int length)
    {
        _memory = GC.AllocateArray<byte>((length * sizeof(T)) + Alignment, pinned: true);
        nint start = (nint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_memory));
        Start = (T*)((start + Alignment - 1) & -Alignment);
    }

    internal PinnedArray(ReadOnlySpan<T> content)
        : this(content.Length)
        => content.CopyTo(new Span<T>(Start, content.Length));

    internal T* Start { get; }
}
