using System;
using System.Buffers.Binary;

namespace FactorGpu.Arrow.Ipc.Compression;

/// <summary>Reads LZ4 frames, one or several in a row, skippable ones included, into a buffer that they must fill.</summary>
internal ref struct Lz4FrameReader
{
    private readonly ReadOnlySpan<byte> _packed;
    private readonly Span<byte> _raw;
    private int _at;
    private int _filled;
    private string? _fault;

    private Lz4FrameReader(ReadOnlySpan<byte> packed, Span<byte> raw)
    {
        _packed = packed;
        _raw = raw;
    }

    /// <summary>Decodes all frames.</summary>
    /// <param name="packed">The frames and nothing else.</param>
    /// <param name="raw">Their output; undefined where there is a fault.</param>
    /// <returns>Null, or what is wrong, as a clause: "holds ...".</returns>
    internal static string? Decode(ReadOnlySpan<byte> packed, Span<byte> raw)
    {
        var reader = new Lz4FrameReader(packed, raw);
        while (reader._at < packed.Length && reader._fault is null)
        {
            reader.ReadFrame();
        }

        return reader._fault ?? (reader._filled == raw.Length ? null : $"holds {reader._filled} bytes of LZ4_FRAME output where {raw.Length} are stated");
    }

    private void ReadFrame()
    {
        int start = _at;
        if (!TryUInt32(out uint magic))
        {
            return;
        }

        if (magic == Lz4FrameFormat.Magic)
        {
            ReadBlocks();
        }
        else if ((magic & Lz4FrameFormat.SkippableMask) != Lz4FrameFormat.SkippableMagic)
        {
            Fail($"holds {(magic == Lz4FrameFormat.LegacyMagic ? "a legacy LZ4 frame" : "no LZ4 frame")} at its byte {start} (it starts with 0x{magic:X8})");
        }
        else if (TryUInt32(out uint length))
        {
            TryTake(length, out _);
        }
    }

    private void ReadBlocks()
    {
        if (!TryDescriptor(out int flags, out int mostBytes, out ulong contentBytes))
        {
            return;
        }

        int start = _filled;
        int hashed = start;
        var hash = new XxHash32();
        while (TryUInt32(out uint length))
        {
            if (length == 0)
            {
                CheckContent(flags, contentBytes, start, hash, hashed);
                return;
            }

            if (!TryBlock(length, flags, mostBytes, start))
            {
                return;
            }

            // Hashed while it is in the cache.
            hashed += (flags & Lz4FrameFormat.ContentChecksum) == 0 ? 0 : hash.Append(_raw[hashed.._filled]);
        }
    }

    private bool TryDescriptor(out int flags, out int mostBytes, out ulong contentBytes)
    {
        flags = mostBytes = 0;
        contentBytes = 0;
        int start = _at;
        if (!TryTake(2, out ReadOnlySpan<byte> head))
        {
            return false;
        }

        flags = head[0];
        mostBytes = Lz4FrameFormat.MostBlockBytes(head[1]);
        if ((flags & Lz4FrameFormat.VersionMask) != Lz4FrameFormat.Version1 || (flags & Lz4FrameFormat.ReservedFlag) != 0 || mostBytes == 0)
        {
            return Fail($"holds an LZ4 frame of an unknown kind (descriptor 0x{head[0]:X2} 0x{head[1]:X2})");
        }

        if ((flags & Lz4FrameFormat.DictionaryId) != 0)
        {
            return Fail("holds an LZ4 frame that needs a dictionary");
        }

        ReadOnlySpan<byte> size = [];
        if ((flags & Lz4FrameFormat.ContentSize) != 0 && !TryTake(sizeof(ulong), out size))
        {
            return false;
        }

        contentBytes = size.IsEmpty ? 0 : BinaryPrimitives.ReadUInt64LittleEndian(size);
        byte check = Lz4FrameFormat.DescriptorCheck(_packed[start.._at]);
        return TryTake(1, out ReadOnlySpan<byte> stated) && (stated[0] == check || Fail("holds an LZ4 frame whose descriptor does not fit its checksum"));
    }

    private bool TryBlock(uint length, int flags, int mostBytes, int frameStart)
    {
        int at = _at - sizeof(uint);
        bool isStored = (length & Lz4FrameFormat.StoredBlock) != 0;
        length &= ~Lz4FrameFormat.StoredBlock;
        if (length > mostBytes)
        {
            return Fail($"holds an LZ4 block of {length} bytes at its byte {at}, in a frame whose blocks have {mostBytes} at most");
        }

        if (!TryTake(length, out ReadOnlySpan<byte> block))
        {
            return false;
        }

        if ((flags & Lz4FrameFormat.BlockChecksums) != 0)
        {
            if (!TryUInt32(out uint stated))
            {
                return false;
            }

            if (XxHash32.Of(block) != stated)
            {
                return Fail($"holds an LZ4 block at its byte {at} that does not fit its checksum");
            }
        }

        int reach = (flags & Lz4FrameFormat.IndependentBlocks) != 0 ? _filled : frameStart;
        int end = isStored ? Copy(block) : Lz4BlockDecoder.Decode(block, _raw, _filled, _filled + int.Min(mostBytes, _raw.Length - _filled), reach);
        if (end < 0)
        {
            return Fail($"holds an LZ4 block at its byte {at} that is malformed, or longer than the {_raw.Length} bytes that are stated");
        }

        _filled = end;
        return true;
    }

    private readonly int Copy(ReadOnlySpan<byte> block) => block.TryCopyTo(_raw[_filled..]) ? _filled + block.Length : -1;

    private void CheckContent(int flags, ulong contentBytes, int start, XxHash32 hash, int hashed)
    {
        if ((flags & Lz4FrameFormat.ContentSize) != 0 && contentBytes != (ulong)(_filled - start))
        {
            Fail($"holds an LZ4 frame of {_filled - start} bytes that is said to have {contentBytes}");
        }
        else if ((flags & Lz4FrameFormat.ContentChecksum) != 0 && TryUInt32(out uint stated) && hash.Finish(_raw[hashed.._filled]) != stated)
        {
            Fail("holds an LZ4 frame whose content does not fit its checksum");
        }
    }

    private bool TryUInt32(out uint value)
    {
        bool isThere = TryTake(sizeof(uint), out ReadOnlySpan<byte> bytes);
        value = isThere ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : 0;
        return isThere;
    }

    private bool TryTake(uint length, out ReadOnlySpan<byte> bytes)
    {
        if (length > (uint)(_packed.Length - _at))
        {
            bytes = [];
            return Fail($"ends after {_packed.Length} bytes, inside an LZ4 frame");
        }

        bytes = _packed.Slice(_at, (int)length);
        _at += (int)length;
        return true;
    }

    private bool Fail(string fault)
    {
        _fault = fault;
        return false;
    }
}
