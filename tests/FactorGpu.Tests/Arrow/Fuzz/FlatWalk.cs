using System;
using System.Buffers.Binary;
using System.Collections.Generic;

namespace FactorGpu.Tests.Arrow.Fuzz;

/// <summary>Finds the integers of good FlatBuffers metadata of the Arrow format (Message.fbs, File.fbs, Schema.fbs): what they state, and what holds them together.</summary>
/// <param name="bytes">The file.</param>
/// <param name="start">Where the metadata starts.</param>
internal sealed class FlatWalk(byte[] bytes, int start)
{
    private const int BlockWords = 3;
    private const int PairWords = 2;

    /// <summary>Numbers that mean something: lengths, counts, types, offsets into bodies.</summary>
    internal List<FuzzPlace> Numbers { get; } = [];

    /// <summary>Distances and vector lengths of the buffer itself.</summary>
    internal List<FuzzPlace> Links { get; } = [];

    /// <summary>Where blocks of the footer stand, 24 bytes each.</summary>
    internal List<int> Blocks { get; } = [];

    /// <summary>Offset in the body and length of each buffer of a batch.</summary>
    internal List<(long Offset, long Length)> Buffers { get; } = [];

    /// <summary>Bytes of the body, of a message.</summary>
    internal long BodyBytes { get; private set; }

    /// <summary>Walks a message.</summary>
    internal FlatWalk Message()
    {
        int table = Root();
        int type = Number(table, 1, 1) is int at and >= 0 ? bytes[at] : 0;
        Number(table, 0, 2);
        BodyBytes = Number(table, 3, 8) is int body and >= 0 ? BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(body)) : 0;
        Inside(table, 2, type switch { 1 => Schema, 2 => DictionaryBatch, _ => RecordBatch });
        return this;
    }

    /// <summary>Walks a footer.</summary>
    internal FlatWalk Footer()
    {
        int table = Root();
        Number(table, 0, 2);
        Inside(table, 1, Schema);
        foreach (int list in (int[])[2, 3])
        {
            (int first, int count) = Vector(table, list);
            for (int block = 0; block < count; block++)
            {
                Blocks.Add(first + (block * BlockWords * 8));
                Numbers.AddRange([new(Blocks[^1], 8), new(Blocks[^1] + 8, 4), new(Blocks[^1] + 16, 8)]);
            }
        }

        return this;
    }

    private int Root()
    {
        Links.Add(new FuzzPlace(start, 4));
        return start + Int32(start);
    }

    private void Schema(int table)
    {
        Number(table, 0, 2);
        Each(table, 1, Field);
        Each(table, 2, Pair);
    }

    private void Field(int table)
    {
        Vector(table, 0);
        Number(table, 1, 1);
        Number(table, 2, 1);
        Inside(table, 3, Type);
        Inside(table, 4, Encoding);
        Each(table, 5, Field);
        Each(table, 6, Pair);
    }

    private void Type(int table)
    {
        for (int field = 0; field < 3; field++)
        {
            Number(table, field, 2);
        }
    }

    private void Encoding(int table)
    {
        Number(table, 0, 8);
        Inside(table, 1, Type);
        Number(table, 2, 1);
    }

    private void Pair(int table)
    {
        Vector(table, 0);
        Vector(table, 1);
    }

    private void DictionaryBatch(int table)
    {
        Number(table, 0, 8);
        Inside(table, 1, RecordBatch);
        Number(table, 2, 1);
    }

    private void RecordBatch(int table)
    {
        Number(table, 0, 8);
        Words(Vector(table, 1), PairWords);
        (int first, int count) = Vector(table, 2);
        Words((first, count), PairWords);
        for (int buffer = 0; buffer < count; buffer++)
        {
            ReadOnlySpan<byte> pair = bytes.AsSpan(first + (buffer * PairWords * 8));
            Buffers.Add((BinaryPrimitives.ReadInt64LittleEndian(pair), BinaryPrimitives.ReadInt64LittleEndian(pair[8..])));
        }

        Inside(table, 3, compression =>
        {
            Number(compression, 0, 1);
            Number(compression, 1, 1);
        });
        Words(Vector(table, 4), 1);
    }

    private void Words((int First, int Count) vector, int words)
    {
        for (int word = 0; word < vector.Count * words; word++)
        {
            Numbers.Add(new FuzzPlace(vector.First + (word * 8), 8));
        }
    }

    /// <summary>Notes a number.</summary>
    /// <returns>Where it stands; -1 when it is absent.</returns>
    private int Number(int table, int field, int size)
    {
        int at = Slot(table, field);
        if (at >= 0)
        {
            Numbers.Add(new FuzzPlace(at, size));
        }

        return at;
    }

    private void Inside(int table, int field, Action<int> walk)
    {
        int at = Slot(table, field);
        if (at >= 0)
        {
            Links.Add(new FuzzPlace(at, 4));
            walk(at + Int32(at));
        }
    }

    private void Each(int table, int field, Action<int> walk)
    {
        (int first, int count) = Vector(table, field);
        for (int at = first; at < first + (count * 4); at += 4)
        {
            Links.Add(new FuzzPlace(at, 4));
            walk(at + Int32(at));
        }
    }

    private (int First, int Count) Vector(int table, int field)
    {
        int at = Slot(table, field);
        if (at < 0)
        {
            return (0, 0);
        }

        int vector = at + Int32(at);
        Links.AddRange([new(at, 4), new(vector, 4)]);
        return (vector + 4, Int32(vector));
    }

    private int Slot(int table, int field)
    {
        int vtable = table - Int32(table);
        int slot = vtable + 4 + (2 * field);
        if (slot >= vtable + BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(vtable)))
        {
            return -1;
        }

        Links.AddRange([new(table, 4), new(vtable, 2), new(slot, 2)]);
        int offset = BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(slot));
        return offset == 0 ? -1 : table + offset;
    }

    private int Int32(int at) => BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at));
}
