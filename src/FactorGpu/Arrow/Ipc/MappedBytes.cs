using System;
using System.IO;
using System.IO.MemoryMappedFiles;
using FactorGpu.Errors;
using Microsoft.Win32.SafeHandles;

namespace FactorGpu.Arrow.Ipc;

/// <summary>A file mapped into memory for reading, whose numbers are used where they lie.</summary>
/// <remarks>
/// The view's address is acquired for as long as the object is not disposed of and never given back by the garbage collector, so that no span over it
/// outlives the mapping. A file that is made shorter while it is mapped ends the process when the lost bytes are read; replace files, do not rewrite them.
/// </remarks>
internal sealed unsafe class MappedBytes : IDisposable
{
    private readonly MemoryMappedViewAccessor _view;
    private readonly string _path;
    private readonly long _length;
    private byte* _first;

    /// <param name="path">The file, for messages.</param>
    /// <param name="file">The open file; the mapping stays when it is closed.</param>
    /// <param name="length">Bytes of the file, more than 0.</param>
    internal MappedBytes(string path, SafeFileHandle file, long length)
    {
        _path = path;
        _length = length;
        using MemoryMappedFile mapped = MemoryMappedFile.CreateFromFile(file, mapName: null, capacity: 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        _view = mapped.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read);
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _first);
        _first += _view.PointerOffset;
    }

    public void Dispose()
    {
        if (_first is not null)
        {
            _first = null;
            _view.SafeMemoryMappedViewHandle.ReleasePointer();
            _view.Dispose();
        }
    }

    /// <summary>Numbers of the file, where they lie.</summary>
    /// <param name="offset">First byte, a multiple of the size of a number.</param>
    /// <param name="count">Numbers.</param>
    /// <returns>Memory that throws <see cref="ObjectDisposedException"/> once the mapping is disposed of.</returns>
    /// <exception cref="BarFormatException">The numbers do not lie inside the file.</exception>
    internal ReadOnlyMemory<TValue> Numbers<TValue>(long offset, int count)
        where TValue : unmanaged
    {
        long length = (long)count * sizeof(TValue);
        if (offset < 0 || length < 0 || length > _length || offset > _length - length)
        {
            Throw.ArrowBroken(_path, $"{count} numbers are said to lie at byte {offset} of {_length}");
        }

        return new MappedNumbers<TValue>(this, offset, count).Memory;
    }

    /// <summary>Address of a byte that <see cref="Numbers"/> has checked.</summary>
    internal byte* Address(long offset)
    {
        ObjectDisposedException.ThrowIf(_first is null, this);
        return _first + offset;
    }
}
