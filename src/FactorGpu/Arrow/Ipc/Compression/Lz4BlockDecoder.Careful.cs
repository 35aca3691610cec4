using System;
using System.Runtime.CompilerServices;

namespace FactorGpu.Arrow.Ipc.Compression;

/// <content>The careful way, near the ends and for whatever is malformed.</content>
internal static unsafe partial class Lz4BlockDecoder
{
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
}
