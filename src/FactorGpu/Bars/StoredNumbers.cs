using System;
using System.Buffers;
using System.Runtime.InteropServices;
using System.Threading;

namespace FactorGpu.Bars;

/// <summary>Numbers that stay where they are stored, in a file, and are read in pieces; as memory they are read whole, and kept, when someone first asks for a span of them.</summary>
/// <remarks>Whoever goes over a day piece by piece calls <see cref="Rows"/> or <see cref="Copy"/>, and the whole is never in memory. May be read by several threads at once.</remarks>
internal abstract class StoredNumbers<TValue> : MemoryManager<TValue>
    where TValue : unmanaged
{
    private readonly int _count;
    private readonly Lock _gate = new();
    private TValue[]? _whole;

    /// <param name="count">How many there are.</param>
    protected StoredNumbers(int count) => _count = count;

    public override Memory<TValue> Memory => CreateMemory(_count);

    /// <summary>True for memory whose numbers are read from where they are stored.</summary>
    internal static bool Holds(ReadOnlyMemory<TValue> numbers) => MemoryMarshal.TryGetMemoryManager<TValue, StoredNumbers<TValue>>(numbers, out _);

    /// <summary>A run of numbers: where they lie in memory, or read into a buffer.</summary>
    /// <param name="numbers">All numbers.</param>
    /// <param name="first">First of the run.</param>
    /// <param name="count">Length of the run.</param>
    /// <param name="buffer">At least <paramref name="count"/> numbers; not needed for numbers that lie in memory.</param>
    internal static ReadOnlySpan<TValue> Rows(ReadOnlyMemory<TValue> numbers, int first, int count, Span<TValue> buffer)
    {
        if (!Holds(numbers))
        {
            return numbers.Span.Slice(first, count);
        }

        Copy(numbers.Slice(first, count), buffer[..count]);
        return buffer[..count];
    }

    /// <summary>Copies numbers, whether they lie in memory or are stored.</summary>
    internal static void Copy(ReadOnlyMemory<TValue> numbers, Span<TValue> target)
    {
        if (MemoryMarshal.TryGetMemoryManager(numbers, out StoredNumbers<TValue>? stored, out int start, out int count))
        {
            stored.Read(start, target[..count]);
        }
        else
        {
            numbers.Span.CopyTo(target);
        }
    }

    public override Span<TValue> GetSpan() => Whole();

    public override MemoryHandle Pin(int elementIndex = 0) => Whole().AsMemory(elementIndex).Pin();

    /// <summary>Does nothing: what pinning gives pins an array of its own.</summary>
    public override void Unpin()
    {
    }

    /// <summary>Reads a run of numbers.</summary>
    /// <param name="first">First of the run.</param>
    /// <param name="values">One per number of the run, which lies within the whole.</param>
    protected abstract void Read(int first, Span<TValue> values);

    /// <summary>Does nothing: the file belongs to its reader.</summary>
    protected override void Dispose(bool disposing)
    {
    }

    private TValue[] Whole()
    {
        if (Volatile.Read(ref _whole) is { } known)
        {
            return known;
        }

        lock (_gate)
        {
            if (_whole is null)
            {
                TValue[] values = GC.AllocateUninitializedArray<TValue>(_count);
                Read(0, values);
                Volatile.Write(ref _whole, values);
            }

            return _whole;
        }
    }
}
