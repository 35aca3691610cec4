using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;

namespace FactorGpu.Devices.Cuda;

/// <summary>Compiled kernels of earlier runs, in files that several processes read and write at once.</summary>
/// <remarks>
/// <para>An entry is: 8 bytes of magic, the content's length (int64, little-endian), SHA-256 of key and content, the content. Whatever is not exactly that counts as absent.</para>
/// <para>The store saves time and is never needed: where files cannot be read or written, nothing is kept.</para>
/// </remarks>
internal sealed class KernelStore
{
    /// <summary>Room for a few thousand programs.</summary>
    internal const long MostBytes = 256L << 20;

    private const int HashBytes = 32;
    private const int HeaderBytes = 8 + sizeof(long) + HashBytes;

    private readonly string? _folder;
    private readonly long _mostBytes;

    /// <summary>Opens a store; nothing is written before the first entry is.</summary>
    /// <param name="folder">Where its files lie; they are its alone. Null keeps nothing.</param>
    /// <param name="mostBytes">When the files are larger together, the oldest go.</param>
    internal KernelStore(string? folder, long mostBytes)
    {
        _folder = folder;
        _mostBytes = mostBytes;
    }

    private static ReadOnlySpan<byte> Magic => "FGKERN01"u8;

    /// <summary>The key of what all these decide; it is a file's name.</summary>
    internal static string KeyOf(params ReadOnlySpan<string> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] length = new byte[sizeof(int)];
        foreach (string part in parts)
        {
            // With its length before it, no part can run into the next.
            byte[] bytes = Encoding.UTF8.GetBytes(part);
            BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The content of an entry; null where there is none, or where it is damaged.</summary>
    internal byte[]? Read(string key)
    {
        if (_folder is null)
        {
            return null;
        }

        try
        {
            return ContentOf(key, File.ReadAllBytes(PathOf(_folder, key)));
        }
        catch (Exception e) when (IsOfFiles(e))
        {
            return null;
        }
    }

    /// <summary>Keeps an entry, in place of one of that key.</summary>
    internal void Write(string key, ReadOnlySpan<byte> content)
    {
        if (_folder is null)
        {
            return;
        }

        // Others see the old entry or the new one, whole: the file gets its name when it is complete.
        string temporary = Path.Combine(_folder, $"{key}.{Guid.NewGuid():N}.tmp");
        try
        {
            Directory.CreateDirectory(_folder);
            File.WriteAllBytes(temporary, EntryOf(key, content));
            File.Move(temporary, PathOf(_folder, key), overwrite: true);
            Trim(_folder);
        }
        catch (Exception e) when (IsOfFiles(e))
        {
            Delete(temporary);
        }
    }

    private static string PathOf(string folder, string key) => Path.Combine(folder, $"{key}.kernels");

    private static byte[] EntryOf(string key, ReadOnlySpan<byte> content)
    {
        byte[] entry = new byte[HeaderBytes + content.Length];
        Magic.CopyTo(entry);
        BinaryPrimitives.WriteInt64LittleEndian(entry.AsSpan(8), content.Length);
        HashOf(key, content).CopyTo(entry.AsSpan(8 + sizeof(long)));
        content.CopyTo(entry.AsSpan(HeaderBytes));
        return entry;
    }

    private static byte[]? ContentOf(string key, ReadOnlySpan<byte> entry)
    {
        if (entry.Length < HeaderBytes || !entry.StartsWith(Magic) || BinaryPrimitives.ReadInt64LittleEndian(entry[8..]) != entry.Length - HeaderBytes)
        {
            return null;
        }

        ReadOnlySpan<byte> content = entry[HeaderBytes..];
        return HashOf(key, content).AsSpan().SequenceEqual(entry.Slice(8 + sizeof(long), HashBytes)) ? content.ToArray() : null;
    }

    private static byte[] HashOf(string key, ReadOnlySpan<byte> content)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(key));
        hash.AppendData(content);
        return hash.GetHashAndReset();
    }

    // Files that a broken-off process has left are old ones too, and go with them.
    private void Trim(string folder)
    {
        long bytes = 0;
        IEnumerable<FileInfo> files = new DirectoryInfo(folder).GetFiles();
        foreach (FileInfo file in files.OrderByDescending(f => f.LastWriteTimeUtc).ThenBy(f => f.Name, StringComparer.Ordinal))
        {
            bytes += file.Length;
            if (bytes > _mostBytes)
            {
                Delete(file.FullName);
            }
        }
    }

    private static void Delete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (IsOfFiles(e))
        {
            // Another process has it open or has been faster; a later entry tries again.
        }
    }

    private static bool IsOfFiles(Exception e) => e is IOException or UnauthorizedAccessException or NotSupportedException;
}
