using System;
using System.Buffers.Binary;
using System.Text;
using FactorGpu.Errors;

namespace FactorGpu.Arrow.Ipc;

/// <summary>A table of a FlatBuffers buffer. Every position is computed in 64 bits and checked against the bytes that are there before it is used.</summary>
/// <remarks>
/// A table starts with the signed distance back to its vtable; the vtable holds its own size, the table's size, and per field the distance from
/// the table, 0 where the field has its default. Strings, vectors and tables lie at an unsigned distance forward from where they are referred to,
/// so a walk always moves towards the end of the buffer.
/// </remarks>
internal readonly ref struct FlatTable
{
    private const int OffsetBytes = sizeof(uint);
    private const int SlotBytes = sizeof(ushort);
    private const int VtableHeaderBytes = 2 * SlotBytes;

    private readonly ReadOnlySpan<byte> _bytes;
    private readonly string _path;
    private readonly string _part;
    private readonly int _table;
    private readonly int _slots;
    private readonly int _slotCount;

    private FlatTable(ReadOnlySpan<byte> bytes, string path, string part, long table)
    {
        _bytes = bytes;
        _path = path;
        _part = part;
        _table = Checked(table, OffsetBytes);
        long vtable = table - BinaryPrimitives.ReadInt32LittleEndian(_bytes[_table..]);
        int vtableBytes = BinaryPrimitives.ReadUInt16LittleEndian(_bytes[Checked(vtable, VtableHeaderBytes)..]);
        _slots = Checked(vtable, Math.Max(vtableBytes, VtableHeaderBytes)) + VtableHeaderBytes;
        _slotCount = Math.Max(0, (vtableBytes - VtableHeaderBytes) / SlotBytes);
    }

    /// <summary>The root table of a buffer.</summary>
    /// <param name="bytes">The whole buffer; offsets count from its start.</param>
    /// <param name="path">The file, for messages.</param>
    /// <param name="part">What the buffer is, for messages: "footer".</param>
    internal static FlatTable Root(ReadOnlySpan<byte> bytes, string path, string part)
    {
        if (bytes.Length < OffsetBytes)
        {
            Throw.ArrowBroken(path, $"its {part} has {bytes.Length} bytes");
        }

        return new FlatTable(bytes, path, part, BinaryPrimitives.ReadUInt32LittleEndian(bytes));
    }

    internal bool Has(int field) => At(field, 0) >= 0;

    internal byte Byte(int field, byte absent = 0) => At(field, sizeof(byte)) is int at and >= 0 ? _bytes[at] : absent;

    internal short Int16(int field, short absent = 0)
        => At(field, sizeof(short)) is int at and >= 0 ? BinaryPrimitives.ReadInt16LittleEndian(_bytes[at..]) : absent;

    internal int Int32(int field, int absent = 0)
        => At(field, sizeof(int)) is int at and >= 0 ? BinaryPrimitives.ReadInt32LittleEndian(_bytes[at..]) : absent;

    internal long Int64(int field, long absent = 0)
        => At(field, sizeof(long)) is int at and >= 0 ? BinaryPrimitives.ReadInt64LittleEndian(_bytes[at..]) : absent;

    /// <summary>A text; empty when the field is absent.</summary>
    internal string Text(int field) => Encoding.UTF8.GetString(Vector(field, sizeof(byte)));

    /// <summary>The elements of a vector of numbers or structs; empty when the field is absent.</summary>
    internal ReadOnlySpan<byte> Vector(int field, int elementBytes)
    {
        long vector = Target(field);
        if (vector < 0)
        {
            return [];
        }

        long count = BinaryPrimitives.ReadUInt32LittleEndian(_bytes[Checked(vector, OffsetBytes)..]);
        long length = count * elementBytes;
        return _bytes.Slice(Checked(vector + OffsetBytes, length), (int)length);
    }

    /// <summary>A table that must be there.</summary>
    /// <param name="field">The field.</param>
    /// <param name="what">Its name, for the message when it is absent.</param>
    internal FlatTable Table(int field, string what)
    {
        long table = Target(field);
        if (table < 0)
        {
            Throw.ArrowBroken(_path, $"its {_part} lacks the {what}");
        }

        return new FlatTable(_bytes, _path, _part, table);
    }

    /// <summary>Number of tables in a vector of tables.</summary>
    internal int TableCount(int field) => Vector(field, OffsetBytes).Length / OffsetBytes;

    /// <summary>A table of a vector of tables, at an index below <see cref="TableCount"/>.</summary>
    internal FlatTable TableIn(int field, int index)
    {
        int at = Checked(Target(field) + OffsetBytes + ((long)index * OffsetBytes), OffsetBytes);
        return new FlatTable(_bytes, _path, _part, at + (long)BinaryPrimitives.ReadUInt32LittleEndian(_bytes[at..]));
    }

    /// <summary>What a field refers to, or -1 when it is absent.</summary>
    private long Target(int field)
        => At(field, OffsetBytes) is int at and >= 0 ? at + (long)BinaryPrimitives.ReadUInt32LittleEndian(_bytes[at..]) : -1;

    /// <summary>Where a field of the table lies, or -1 when it is absent.</summary>
    private int At(int field, int size)
    {
        if (field >= _slotCount)
        {
            return -1;
        }

        int offset = BinaryPrimitives.ReadUInt16LittleEndian(_bytes[(_slots + (field * SlotBytes))..]);
        return offset == 0 ? -1 : Checked((long)_table + offset, size);
    }

    private int Checked(long position, long size)
    {
        if (position < 0 || size > _bytes.Length || position > _bytes.Length - size)
        {
            Throw.ArrowBroken(_path, $"its {_part} refers to bytes {position}..{position + size} of {_bytes.Length}");
        }

        return (int)position;
    }
}
