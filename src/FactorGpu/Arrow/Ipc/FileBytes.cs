using System;
using System.IO;
using System.Threading;
using FactorGpu.Errors;
using Microsoft.Win32.SafeHandles;

namespace FactorGpu.Arrow.Ipc;

/// <summary>The bytes of a file, read piece by piece, so that columns nobody asks for are never in memory.</summary>
internal sealed class FileBytes : IDisposable
{
    private readonly SafeFileHandle _handle;
    private readonly Lock _gate = new();
    private MappedBytes? _mapping;

    internal FileBytes(string path)
    {
        Path = path;
        _handle = File.OpenHandle(path);
        Length = RandomAccess.GetLength(_handle);
    }

    internal string Path { get; }

    internal long Length { get; }

    public void Dispose()
    {
        _mapping?.Dispose();
        _handle.Dispose();
    }

    /// <summary>True when the file starts with these bytes.</summary>
    internal bool StartsWith(ReadOnlySpan<byte> head) => Length >= head.Length && Read("head", 0, head.Length).Span.SequenceEqual(head);

    /// <summary>The whole file mapped into memory, when it is first asked for; several threads may ask.</summary>
    internal MappedBytes Mapping()
    {
        lock (_gate)
        {
            return _mapping ??= new MappedBytes(Path, _handle, Length);
        }
    }

    /// <summary>Takes over the mapping, which then stays when the file is disposed of; null when there is none.</summary>
    internal MappedBytes? TakeMapping()
    {
        MappedBytes? taken = _mapping;
        _mapping = null;
        return taken;
    }

    /// <summary>Reads a range of the file.</summary>
    /// <param name="what">The part of the file that lies there, for the message.</param>
    /// <param name="offset">First byte.</param>
    /// <param name="length">Number of bytes; may be 0.</param>
    /// <exception cref="BarFormatException">The range does not lie inside the file, or is longer than an array.</exception>
    internal ReadOnlyMemory<byte> Read(string what, long offset, long length)
    {
        if (offset < 0 || length < 0 || length > Length || offset > Length - length)
        {
            Throw.ArrowBroken(Path, $"its {what} is said to lie at bytes {offset}..{(Int128)offset + length}, outside of the {Length} bytes of the file");
        }

        if (length > Array.MaxLength)
        {
            Throw.ArrowUnsupported(Path, $"a {what} of {length} bytes", "2 GiB are read at most", "Write it in smaller record batches.");
        }

        byte[] bytes = GC.AllocateUninitializedArray<byte>((int)length);
        int have = 0;
        while (have < bytes.Length)
        {
            int got = RandomAccess.Read(_handle, bytes.AsSpan(have), offset + have);
            if (got == 0)
            {
                Throw.ArrowBroken(Path, $"it became shorter while its {what} was read");
            }

            have += got;
        }

        return bytes;
    }
}
