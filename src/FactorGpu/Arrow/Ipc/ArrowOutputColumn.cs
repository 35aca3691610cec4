using System;
using System.Collections.Immutable;
using System.Text;

namespace FactorGpu.Arrow.Ipc;

/// <summary>One column of a record batch that is written: its nodes and buffers in the order of the format.</summary>
internal sealed class ArrowOutputColumn
{
    private const int RowsPerByte = 8;

    private ArrowOutputColumn(ImmutableArray<ArrowOutputNode> nodes, ImmutableArray<ArrowOutputBuffer> buffers)
    {
        Nodes = nodes;
        Buffers = buffers;
    }

    internal ImmutableArray<ArrowOutputNode> Nodes { get; }

    internal ImmutableArray<ArrowOutputBuffer> Buffers { get; }

    /// <summary>A column of numbers without nulls, over the caller's memory.</summary>
    internal static ArrowOutputColumn Of<TValue>(ReadOnlyMemory<TValue> values)
        where TValue : unmanaged
        => new([new(values.Length, 0)], [ArrowOutputBuffer.Empty, ArrowOutputBuffer.Of(values)]);

    /// <summary>A column of numbers whose NaN are nulls, over the caller's memory: under a null lies the NaN.</summary>
    internal static ArrowOutputColumn NaNAsNull(ReadOnlyMemory<double> values)
    {
        byte[] validity = Validity(values.Span, out int nulls);
        return new([new(values.Length, nulls)], [nulls == 0 ? ArrowOutputBuffer.Empty : ArrowOutputBuffer.Of<byte>(validity), ArrowOutputBuffer.Of(values)]);
    }

    /// <summary>A column of fixed-size lists of numbers without nulls, over the caller's memory.</summary>
    /// <param name="values">The elements of all lists, one list after the other.</param>
    /// <param name="listSize">Elements of each list.</param>
    internal static ArrowOutputColumn Lists<TValue>(ReadOnlyMemory<TValue> values, int listSize)
        where TValue : unmanaged
        => new(
            [new(values.Length / listSize, 0), new(values.Length, 0)],
            [ArrowOutputBuffer.Empty, ArrowOutputBuffer.Empty, ArrowOutputBuffer.Of(values)]);

    /// <summary>A column of texts without nulls.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="repeats">How often each stands, one after the other; 0 leaves it out. Empty: each once.</param>
    /// <exception cref="OverflowException">The texts have 2 GiB or more together.</exception>
    internal static ArrowOutputColumn Texts(ReadOnlySpan<string> texts, ReadOnlySpan<int> repeats = default)
    {
        int rows = 0;
        int bytes = 0;
        for (int i = 0; i < texts.Length; i++)
        {
            int repeat = repeats.IsEmpty ? 1 : repeats[i];
            rows += repeat;
            bytes = checked(bytes + (repeat * Encoding.UTF8.GetByteCount(texts[i])));
        }

        int[] offsets = new int[rows + 1];
        byte[] data = new byte[bytes];
        int row = 0;
        for (int i = 0; i < texts.Length; i++)
        {
            byte[] text = Encoding.UTF8.GetBytes(texts[i]);
            int end = row + (repeats.IsEmpty ? 1 : repeats[i]);
            for (; row < end; row++)
            {
                text.CopyTo(data.AsSpan(offsets[row]));
                offsets[row + 1] = offsets[row] + text.Length;
            }
        }

        return new([new(rows, 0)], [ArrowOutputBuffer.Empty, ArrowOutputBuffer.Of<int>(offsets), ArrowOutputBuffer.Of<byte>(data)]);
    }

    /// <summary>The bitmap of the values that are not NaN: bit i % 8 of byte i / 8.</summary>
    private static byte[] Validity(ReadOnlySpan<double> values, out int nulls)
    {
        byte[] bitmap = new byte[(values.Length + RowsPerByte - 1) / RowsPerByte];
        int valid = 0;
        for (int i = 0; i < values.Length; i++)
        {
            int isValid = double.IsNaN(values[i]) ? 0 : 1;
            bitmap[i / RowsPerByte] |= (byte)(isValid << (i % RowsPerByte));
            valid += isValid;
        }

        nulls = values.Length - valid;
        return bitmap;
    }
}
