using System;
using System.Buffers;
using System.IO;
using System.Text;
using System.Text.Unicode;

namespace FactorGpu.Arrow;

/// <summary>Tells the encoding of a CSV file: GBK where its bytes are no UTF-8 and are GBK throughout, as Chinese Windows writes it.</summary>
internal static class CsvEncoding
{
    private const int Gb18030 = 54936; // has all of GBK, and the characters that came later
    private const int BufferBytes = 1 << 20;

    /// <summary>The encoding, or null for that of the byte order mark, and UTF-8 without one.</summary>
    /// <param name="path">The file. It is read once; bytes that are no UTF-8 and no GBK are left to the messages about their cells.</param>
    internal static Encoding? Detect(string path)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
            if (IsUtf8(file, buffer))
            {
                return null;
            }

            file.Position = 0;
            Encoding chinese = CodePagesEncodingProvider.Instance.GetEncoding(Gb18030, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;
            return IsIn(chinese, file, buffer) ? chinese : null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static bool IsUtf8(FileStream file, byte[] buffer)
    {
        int kept = 0;
        for (int read; (read = file.Read(buffer, kept, buffer.Length - kept)) > 0;)
        {
            // What comes after the last byte below 0x80 may be a character whose end is still to be read.
            ReadOnlySpan<byte> bytes = buffer.AsSpan(0, kept + read);
            int end = bytes.LastIndexOfAnyInRange((byte)0, (byte)0x7F) + 1;
            kept = bytes.Length - end;
            if (!Utf8.IsValid(bytes[..end]) || kept == buffer.Length)
            {
                return false;
            }

            bytes[end..].CopyTo(buffer);
        }

        return Utf8.IsValid(buffer.AsSpan(0, kept));
    }

    private static bool IsIn(Encoding encoding, FileStream file, byte[] buffer)
    {
        Decoder decoder = encoding.GetDecoder();
        char[] characters = ArrayPool<char>.Shared.Rent(encoding.GetMaxCharCount(buffer.Length));
        try
        {
            int read;
            do
            {
                read = file.Read(buffer);
                decoder.GetChars(buffer.AsSpan(0, read), characters, flush: read == 0);
            }
            while (read > 0);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(characters);
        }
    }
}
