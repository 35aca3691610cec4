using System;
using System.IO;
using FactorGpu.Errors;
using Microsoft.Win32.SafeHandles;

namespace FactorGpu.Arrow.Ipc;

/// <summary>The bytes of a file, read piece by piece, so that columns nobody asks for are never in memory.</summary>
/// <remarks>Nothing is mapped: bytes of a mapped file that someone cuts off end the process when they are touched, see src/decisions/0012-stored-fields.md. Several threads may read at once.</remarks>
internal sealed class FileBytes : IDisposable
{
    private readonly SafeFileHandle _handle;

    internal FileBytes(string path)
    {
        Path = path;
        _handle = File.OpenHandle(path);
        Length = RandomAccess.GetLength(_handle);
    }

    internal string Path { get; }

    internal long Length { get; }

    public void Dispose() => _handle.Dispose();

    /// <summary>True when the file starts with these bytes.</summary>
    internal bool StartsWith(ReadOnlySpan<byte> head) => Length >= head.Length && Read("head", 0, head.Length).Span.SequenceEqual(head);

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
        Read(what, offset, bytes);
        return bytes;
    }

    /// <summary>Reads a range that lay inside the file when it was opened.</summary>
    /// <param name="what">The part of the file that lies there, for the message.</param>
    /// <param name="offset">First byte.</param>
    /// <param name="bytes">As many bytes as are to be read.</param>
    /// <exception cref="BarFormatException">The file has become shorter, or cannot be read.</exception>
    internal void Read(string what, long offset, Span<byte> bytes)
    {
        for (int have = 0; have < bytes.Length;)
        {
            int got = ReadSome(offset + have, bytes[have..]);
            if (got == 0)
            {
                Throw.ArrowShrunk(Path, what, offset + bytes.Length, Length);
            }

            have += got;
        }
    }

    private int ReadSome(long offset, Span<byte> bytes)
    {
        try
        {
            return RandomAccess.Read(_handle, bytes, offset);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Throw.FileUnreadable(Path, e);
            return 0;
        }
    }
}
