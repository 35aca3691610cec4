using System;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FactorGpu.Arrow.Ipc.Compression;

/// <summary>Decodes LZ4 blocks: sequences of a token (literal count, match length), literals, and a match, which repeats bytes at a distance behind.</summary>
/// <remarks>
/// Written with pointers to copy 16 and 32 bytes where fewer are meant; benchmarks/results/codecs.md has its speed. What keeps it in bounds: a sequence takes the
/// fast way only if its token lies <see cref="Margin"/> bytes before the end of the block and it ends as far before the end of the output; the fast way then reads
/// and writes at most that many bytes beyond it. Whatever else it meets, it leaves to the careful way, which checks every length against what is there.
/// </remarks>
internal static unsafe class Lz4BlockDecoder
{
    private const int Margin = 32;
    private const int MinMatch = 4;
    private const int LongCount = 15;
    private const int OffsetBytes = sizeof(ushort);

    /// <summary>For each offset below 16, the places of 16 bytes that repeat the first ones.</summary>
    private static ReadOnlySpan<byte> Repeats =>
    [
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1,
        0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0,
        0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3,
        0, 1, 2, 3, 4, 0, 1, 2, 3, 4, 0, 1, 2, 3, 4, 0,
        0, 1, 2, 3, 4, 5, 0, 1, 2, 3, 4, 5, 0, 1, 2, 3,
        0, 1, 2, 3, 4, 5, 6, 0, 1, 2, 3, 4, 5, 6, 0, 1,
        0, 1, 2, 3, 4, 5, 6, 7, 0, 1, 2, 3, 4, 5, 6, 7,
        0, 1, 2, 3, 4, 5, 6, 7, 8, 0, 1, 2, 3, 4, 5, 6,
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1, 2, 3, 4, 5,
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 0, 1, 2, 3, 4,
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 0, 1, 2, 3,
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 0, 1, 2,
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 0, 1,
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 0,
    ];

    /// <summary>For each offset below 16, how many of 16 repeated bytes are whole periods.</summary>
    private static ReadOnlySpan<byte> WholePeriods => [0, 16, 16, 15, 16, 15, 12, 14, 16, 9, 10, 11, 12, 13, 14, 15];

    /// <summary>Decodes one block.</summary>
    /// <param name="block">The block, at most 4 MiB, so that no length in it overflows.</param>
    /// <param name="output">All output of the frame's buffer.</param>
    /// <param name="from">Where the output of the block starts.</param>
    /// <param name="limit">Where it must have ended.</param>
    /// <param name="reach">The first byte that a match may repeat.</param>
    /// <returns>Where the output of the block ended, or -1: it is malformed, or has more output.</returns>
    internal static int Decode(ReadOnlySpan<byte> block, Span<byte> output, int from, int limit, int reach)
    {
        Debug.Assert(0 <= reach && reach <= from && from <= limit && limit <= output.Length, "The places lie in the output, in this order.");
        fixed (byte* source = block, target = output)
        {
            var at = new Cursor
            {
                Source = source,
                SourceEnd = source + block.Length,
                Target = target + from,
                TargetEnd = target + limit,
                OutputEnd = target + output.Length,
                Reach = target + reach,
            };
            bool isRead;
            do
            {
                DecodeFast(ref at);
                isRead = DecodeCarefully(ref at);
            }
            while (isRead && !at.IsEnd);

            return isRead ? (int)(at.Target - target) : -1;
        }
    }

    /// <summary>Decodes sequences as long as they are clear of both ends.</summary>
    private static void DecodeFast(ref Cursor at)
    {
        if (at.SourceEnd - at.Source < Margin || at.OutputEnd - at.Target < Margin)
        {
            return;
        }

        byte* source = at.Source;
        byte* target = at.Target;
        byte* reach = at.Reach;
        byte* sourceSafe = at.SourceEnd - Margin;
        byte* targetSafe = at.OutputEnd - at.TargetEnd < Margin ? at.OutputEnd - Margin : at.TargetEnd;
        while (source <= sourceSafe && target <= targetSafe)
        {
            // A sequence that is left halfway is decoded again by the careful way.
            byte* s = source;
            byte* t = target;
            int token = *s++;
            if (!TryLiterals(token >> 4, ref s, ref t, sourceSafe, targetSafe) || !TryMatch(token & LongCount, ref s, ref t, reach, sourceSafe, targetSafe))
            {
                break;
            }

            source = s;
            target = t;
        }

        at.Source = source;
        at.Target = target;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryLiterals(nint count, ref byte* s, ref byte* t, byte* sourceSafe, byte* targetSafe)
    {
        if (count < LongCount)
        {
            Vector128.Load(s).Store(t);
        }
        else if (!ReadLongCount(ref s, sourceSafe, ref count) || count > sourceSafe - s || count > targetSafe - t)
        {
            return false;
        }
        else
        {
            CopyAhead(s, t, count);
        }

        s += count;
        t += count;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryMatch(nint count, ref byte* s, ref byte* t, byte* reach, byte* sourceSafe, byte* targetSafe)
    {
        nint offset = Unsafe.ReadUnaligned<ushort>(s);
        s += OffsetBytes;
        if ((count == LongCount && !ReadLongCount(ref s, sourceSafe, ref count)) || offset == 0 || offset > t - reach || count + MinMatch > targetSafe - t)
        {
            return false;
        }

        count += MinMatch;
        if (offset >= Vector128<byte>.Count)
        {
            CopyAhead(t - offset, t, count);
        }
        else
        {
            Repeat(t, offset, count);
        }

        t += count;
        return true;
    }

    /// <summary>Adds the bytes that continue a count, as long as they lie before the safe end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool ReadLongCount(ref byte* s, byte* sourceSafe, ref nint count)
    {
        int more;
        do
        {
            if (s >= sourceSafe)
            {
                return false;
            }

            more = *s++;
            count += more;
        }
        while (more == byte.MaxValue);

        return true;
    }

    /// <summary>Copies at least <paramref name="count"/> and fewer than <paramref name="count"/> + 32 bytes (32 where it is 0) forwards; the places are 16 bytes apart or more.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CopyAhead(byte* from, byte* to, nint count)
    {
        byte* end = to + count;
        do
        {
            Vector128.Load(from).Store(to);
            Vector128.Load(from + 16).Store(to + 16);
            from += 32;
            to += 32;
        }
        while (to < end);
    }

    /// <summary>Fills in <paramref name="count"/> and fewer than 16 further bytes with the last <paramref name="offset"/> ones, which are fewer than 16.</summary>
    private static void Repeat(byte* to, nint offset, nint count)
    {
        byte* end = to + count;
        Vector128<byte> places = Vector128.LoadUnsafe(in Repeats[0], (nuint)(offset * 16));
        Vector128<byte> repeated = Vector128.ShuffleNative(Vector128.Load(to - offset), places);
        int step = WholePeriods[(int)offset];
        do
        {
            repeated.Store(to);
            to += step;
        }
        while (to < end);
    }

    /// <summary>Decodes one sequence, checked byte by byte; it is the last one where the block ends after its literals.</summary>
    private static bool DecodeCarefully(ref Cursor at)
    {
        if (at.Source == at.SourceEnd)
        {
            return false;
        }

        int token = *at.Source++;
        nint count = token >> 4;
        if (count == LongCount && !ReadLongCount(ref at.Source, at.SourceEnd, ref count))
        {
            return false;
        }

        if (count > at.SourceEnd - at.Source || count > at.TargetEnd - at.Target)
        {
            return false;
        }

        Buffer.MemoryCopy(at.Source, at.Target, count, count);
        at.Source += count;
        at.Target += count;
        at.IsEnd = at.Source == at.SourceEnd;
        return at.IsEnd || RepeatCarefully(ref at, token & LongCount);
    }

    private static bool RepeatCarefully(ref Cursor at, nint count)
    {
        if (at.SourceEnd - at.Source < OffsetBytes)
        {
            return false;
        }

        nint offset = Unsafe.ReadUnaligned<ushort>(at.Source);
        at.Source += OffsetBytes;
        if (count == LongCount && !ReadLongCount(ref at.Source, at.SourceEnd, ref count))
        {
            return false;
        }

        count += MinMatch;
        if (offset == 0 || offset > at.Target - at.Reach || count > at.TargetEnd - at.Target)
        {
            return false;
        }

        // What has been repeated can be repeated with it, so the copies double and do not overlap.
        byte* from = at.Target - offset;
        while (count > 0)
        {
            nint copied = nint.Min(count, (nint)(at.Target - from));
            Buffer.MemoryCopy(from, at.Target, copied, copied);
            at.Target += copied;
            count -= copied;
        }

        return true;
    }

    /// <summary>Where decoding stands in the block and in the output.</summary>
    private struct Cursor
    {
        internal byte* Source;
        internal byte* SourceEnd;
        internal byte* Target;
        internal byte* TargetEnd;
        internal byte* OutputEnd;
        internal byte* Reach;
        internal bool IsEnd;
    }
}
