using System;
using System.IO;
using FactorGpu.Arrow.Ipc;
using FactorGpu.Errors;

namespace FactorGpu.Arrow;

/// <summary>Tells what a file is from its first bytes, then from its suffix.</summary>
internal static class BarFileKinds
{
    private const int HeadBytes = ArrowStream.StartBytes;

    /// <summary>The kind of a file.</summary>
    /// <exception cref="BarFormatException">There is no file, it is empty or a pipe, or its kind is not read.</exception>
    internal static BarFileKind Of(string path)
    {
        if (!File.Exists(path))
        {
            Throw.FileMissing(path);
        }

        Span<byte> head = stackalloc byte[HeadBytes];
        using FileStream stream = File.OpenRead(path);
        if (!stream.CanSeek)
        {
            Throw.FileIsAPipe(path);
        }

        head = head[..stream.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false)];
        if (head.IsEmpty)
        {
            Throw.FileEmpty(path);
        }

        RefuseOtherKinds(path, head);
        if (head.StartsWith("ARROW1"u8) || ArrowStream.IsStart(head, stream.Length))
        {
            return BarFileKind.Arrow;
        }

        string suffix = Path.GetExtension(path);
        if (!suffix.Equals(".csv", StringComparison.OrdinalIgnoreCase))
        {
            Throw.FileKindUnknown(path, suffix);
        }

        return BarFileKind.Csv;
    }

    private static void RefuseOtherKinds(string path, ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("PAR1"u8))
        {
            Throw.FileIsParquet(path);
        }

        if (head.StartsWith("PK\u0003\u0004"u8) || head.StartsWith("PK\u0005\u0006"u8))
        {
            Throw.FileIsPacked(path, "zip archive");
        }

        if (head.StartsWith<byte>([0x1F, 0x8B]))
        {
            Throw.FileIsPacked(path, "gzip file");
        }
    }
}
