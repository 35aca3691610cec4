using System;
using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace FactorGpu.Arrow.Ipc.Compression;

/// <summary>Encodes LZ4 blocks in one greedy pass: the last place of each hash of five bytes is the one candidate for a match.</summary>
/// <remarks>
/// Written with pointers, as <see cref="Lz4BlockDecoder"/> is. What keeps it in bounds: the output has room for the worst case and a copy step beyond it, so nothing
/// is checked while writing; searching stops 12 bytes before the end of the input, and no place reads more than 8 bytes ahead.
/// </remarks>
internal static unsafe class Lz4BlockEncoder
{
    /// <summary>Entries of the table of candidates.</summary>
    internal const int TableLength = 1 << TableBits;

    private const int TableBits = 12;
    private const int MinMatch = 4;
    private const int MostOffset = ushort.MaxValue;
    private const int LongCount = 15;
    private const int CopyBytes = sizeof(ulong);

    // The format wants the last five bytes as literals, and the last match to start twelve before the end.
    private const int LastLiterals = 5;
    private const int LastMatch = 12;

    // After 64 misses the search goes by two bytes at once, after 64 more by three.
    private const int SkipShift = 6;

    private const ulong HashPrime = 889523592379;

    /// <summary>Room that the encoding of a block needs.</summary>
    internal static int RoomFor(int rawBytes) => rawBytes + (rawBytes / byte.MaxValue) + 16 + CopyBytes;

    /// <summary>Encodes one block.</summary>
    /// <param name="raw">The block, at most 4 MiB.</param>
    /// <param name="packed">At least <see cref="RoomFor"/> bytes.</param>
    /// <param name="table">Scratch of <see cref="TableLength"/> entries.</param>
    /// <returns>Bytes written.</returns>
    internal static int Encode(ReadOnlySpan<byte> raw, Span<byte> packed, Span<int> table)
    {
        Debug.Assert(packed.Length >= RoomFor(raw.Length) && table.Length == TableLength, "The encoder checks no room.");
        table.Clear();
        fixed (byte* source = raw, target = packed)
        fixed (int* places = table)
        {
            byte* sourceEnd = source + raw.Length;
            byte* literals = source;
            byte* t = raw.Length <= LastMatch ? target : EncodeMatches(source, sourceEnd, target, places, out literals);
            long count = sourceEnd - literals;
            t = WriteToken(t, count, out _);
            Buffer.MemoryCopy(literals, t, count, count);
            return (int)(t + count - target);
        }
    }

    /// <summary>Writes all sequences but the last, which has literals alone.</summary>
    private static byte* EncodeMatches(byte* source, byte* sourceEnd, byte* t, int* places, out byte* lastLiterals)
    {
        byte* searchEnd = sourceEnd - LastMatch;
        byte* matchEnd = sourceEnd - LastLiterals;
        byte* literals = source;
        byte* s = source + 1;
        byte* candidate;
        while ((candidate = FindMatch(source, ref s, searchEnd, places)) != null)
        {
            while (s > literals && candidate > source && s[-1] == candidate[-1])
            {
                s--;
                candidate--;
            }

            t = WriteToken(t, s - literals, out byte* token);
            t = CopyLiterals(literals, t, s - literals);
            Unsafe.WriteUnaligned(t, (ushort)(s - candidate));
            long length = MatchLength(candidate + MinMatch, s + MinMatch, matchEnd);
            t = WriteMatchLength(t + sizeof(ushort), token, length);
            s += length + MinMatch;
            literals = s;
            if (s > searchEnd)
            {
                break;
            }

            places[Hash(s - 2)] = (int)(s - 2 - source);
        }

        lastLiterals = literals;
        return t;
    }

    /// <summary>The next place from <paramref name="s"/> on whose four bytes stand at its candidate; null where there is none.</summary>
    private static byte* FindMatch(byte* source, ref byte* s, byte* searchEnd, int* places)
    {
        byte* at = s;
        for (int misses = 1 << SkipShift; at <= searchEnd; misses++)
        {
            ref int place = ref places[Hash(at)];
            byte* candidate = source + place;
            place = (int)(at - source);
            if (IsMatch(at, candidate))
            {
                s = at;
                return candidate;
            }

            at += misses >> SkipShift;
        }

        return null;
    }

    private static bool IsMatch(byte* s, byte* candidate)
        => s - candidate <= MostOffset && Unsafe.ReadUnaligned<uint>(s) == Unsafe.ReadUnaligned<uint>(candidate);

    private static int Hash(byte* s) => (int)(((Unsafe.ReadUnaligned<ulong>(s) << 24) * HashPrime) >> (64 - TableBits));

    /// <summary>How many bytes are equal, up to <paramref name="end"/>.</summary>
    private static long MatchLength(byte* candidate, byte* s, byte* end)
    {
        byte* start = s;
        for (; end - s >= sizeof(ulong); s += sizeof(ulong), candidate += sizeof(ulong))
        {
            ulong differ = Unsafe.ReadUnaligned<ulong>(s) ^ Unsafe.ReadUnaligned<ulong>(candidate);
            if (differ != 0)
            {
                return s - start + (BitOperations.TrailingZeroCount(differ) / 8);
            }
        }

        while (s < end && *s == *candidate)
        {
            s++;
            candidate++;
        }

        return s - start;
    }

    /// <summary>Writes a token with the number of its literals.</summary>
    private static byte* WriteToken(byte* t, long count, out byte* token)
    {
        token = t++;
        *token = (byte)(long.Min(count, LongCount) << 4);
        return count < LongCount ? t : WriteLongCount(t, count - LongCount);
    }

    private static byte* WriteMatchLength(byte* t, byte* token, long length)
    {
        *token |= (byte)long.Min(length, LongCount);
        return length < LongCount ? t : WriteLongCount(t, length - LongCount);
    }

    private static byte* WriteLongCount(byte* t, long count)
    {
        for (; count >= byte.MaxValue; count -= byte.MaxValue)
        {
            *t++ = byte.MaxValue;
        }

        *t++ = (byte)count;
        return t;
    }

    private static byte* CopyLiterals(byte* from, byte* to, long count)
    {
        byte* end = to + count;
        for (; to < end; to += CopyBytes, from += CopyBytes)
        {
            Unsafe.WriteUnaligned(to, Unsafe.ReadUnaligned<ulong>(from));
        }

        return end;
    }
}
