using System;
using System.Threading;

namespace FactorGpu.Arrow.CData.Native;

/// <summary>A record batch in the memory of who made it, taken over: it is released once, when this is disposed of, and with it everything below it.</summary>
/// <remarks>Never released by the garbage collector, so that no span over its memory outlives it.</remarks>
internal sealed unsafe class CDataArray : IDisposable
{
    private CArrowArray _array;
    private int _isReleased;
    private volatile bool _isUsed;

    /// <param name="array">An array that has not been released; whoever has another copy of the struct must let it be.</param>
    internal CDataArray(CArrowArray array)
    {
        _array = array;
    }

    /// <summary>The struct. What it points to is there until this is disposed of.</summary>
    internal CArrowArray Struct => _array;

    /// <summary>True once numbers of it are used where they lie.</summary>
    internal bool IsUsed => _isUsed;

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isReleased, 1) == 0)
        {
            fixed (CArrowArray* array = &_array)
            {
                array->Release(array);
            }
        }
    }

    /// <summary>Bytes of it, or numbers.</summary>
    /// <param name="first">Address of the first one.</param>
    /// <param name="count">Numbers.</param>
    /// <returns>Memory that throws <see cref="ObjectDisposedException"/> once this is disposed of.</returns>
    internal ReadOnlyMemory<TValue> Numbers<TValue>(void* first, int count)
        where TValue : unmanaged
        => new CDataNumbers<TValue>(this, (TValue*)first, count).Memory;

    /// <summary>As above, for numbers that are used where they lie.</summary>
    internal ReadOnlyMemory<TValue> Use<TValue>(void* first, int count)
        where TValue : unmanaged
    {
        _isUsed = true;
        return Numbers<TValue>(first, count);
    }

    /// <summary>Refuses the use of memory that is there no more.</summary>
    internal void Demand() => ObjectDisposedException.ThrowIf(Volatile.Read(ref _isReleased) != 0, this);
}
