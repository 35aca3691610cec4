using System.Collections.Generic;
using System.Linq;

namespace FactorGpu.Tests.Arrow.Ipc.Compression;

/// <summary>Decodes an LZ4 block as its specification says it (lz4_Block_format.md), a byte at a time: what the library's decoder is held against.</summary>
internal static class PlainLz4
{
    /// <summary>The output of a block, or null where it is malformed or has more than <paramref name="mostBytes"/>.</summary>
    internal static byte[]? Decode(byte[] block, int mostBytes)
    {
        var output = new List<byte>();
        int at = 0;
        while (at < block.Length)
        {
            int token = block[at++];
            if (!TryCount(block, ref at, token >> 4, out int literals) || literals > block.Length - at || literals > mostBytes - output.Count)
            {
                return null;
            }

            output.AddRange(block.Skip(at).Take(literals));
            at += literals;
            if (at == block.Length)
            {
                return [.. output];
            }

            if (at + 2 > block.Length)
            {
                return null;
            }

            int offset = block[at] | (block[at + 1] << 8);
            at += 2;
            if (!TryCount(block, ref at, token & 15, out int length) || offset == 0 || offset > output.Count || length + 4 > mostBytes - output.Count)
            {
                return null;
            }

            for (int i = 0; i < length + 4; i++)
            {
                output.Add(output[^offset]);
            }
        }

        return null;
    }

    /// <summary>Output places where the last match starts and ends; none gives -1.</summary>
    internal static (int Start, int End) LastMatch(byte[] block)
    {
        (int start, int end) = (-1, -1);
        int filled = 0;
        for (int at = 0; at < block.Length;)
        {
            int token = block[at++];
            TryCount(block, ref at, token >> 4, out int literals);
            at += literals;
            filled += literals;
            if (at < block.Length)
            {
                at += 2;
                TryCount(block, ref at, token & 15, out int length);
                start = filled;
                filled += length + 4;
                end = filled;
            }
        }

        return (start, end);
    }

    private static bool TryCount(byte[] block, ref int at, int nibble, out int count)
    {
        count = nibble;
        for (int more = 255; nibble == 15 && more == 255; count += more)
        {
            if (at == block.Length)
            {
                return false;
            }

            more = block[at++];
        }

        return true;
    }
}
