using System;
using System.Buffers.Binary;
using System.Text;

namespace FactorGpu.Arrow.Ipc;

/// <summary>Builds a FlatBuffers buffer from its end towards its start, so that whatever is referred to is there before what refers to it.</summary>
/// <remarks>
/// A place in the buffer is its distance from the end, which does not change while the buffer grows. Every table has a vtable of its own.
/// The finished buffer is a multiple of 8 bytes long, so that each number in it is aligned where the buffer is.
/// </remarks>
internal sealed class FlatBuilder
{
    private const int FirstCapacity = 1024;
    private const int MostAlignment = sizeof(long);

    private byte[] _bytes = new byte[FirstCapacity];
    private int _length;

    /// <summary>Adds a text.</summary>
    /// <returns>Its place.</returns>
    internal int Text(string text)
    {
        int length = Encoding.UTF8.GetByteCount(text);
        Align(sizeof(uint), length + 1);
        Grow(length + 1);
        Encoding.UTF8.GetBytes(text, _bytes.AsSpan(_bytes.Length - _length));
        return Number(sizeof(uint), length);
    }

    /// <summary>Adds a vector of tables or texts.</summary>
    /// <param name="places">Their places, in vector order.</param>
    /// <returns>Its place.</returns>
    internal int References(ReadOnlySpan<int> places)
    {
        for (int i = places.Length - 1; i >= 0; i--)
        {
            Reference(places[i]);
        }

        return Number(sizeof(uint), places.Length);
    }

    /// <summary>Adds a vector of structs whose members are all int64, or padded to that.</summary>
    /// <param name="members">The members of all structs, one struct after the other.</param>
    /// <param name="count">Number of structs.</param>
    /// <returns>Its place.</returns>
    internal int Structs(ReadOnlySpan<long> members, int count)
    {
        Align(sizeof(long), 0);
        for (int i = members.Length - 1; i >= 0; i--)
        {
            Number(sizeof(long), members[i]);
        }

        return Number(sizeof(uint), count);
    }

    /// <summary>Adds a table.</summary>
    /// <param name="values">Its fields, by ascending number; those that are absent have their defaults.</param>
    /// <returns>Its place.</returns>
    internal int Table(params ReadOnlySpan<FlatValue> values)
    {
        int end = _length;
        int slotCount = values.IsEmpty ? 0 : values[^1].Field + 1;
        Span<int> slots = stackalloc int[slotCount];
        foreach (FlatValue value in values)
        {
            slots[value.Field] = value.IsPlace ? Reference((int)value.Value) : Number(value.Bytes, value.Value);
        }

        int table = Number(sizeof(int), 0);
        for (int i = slotCount - 1; i >= 0; i--)
        {
            Number(sizeof(ushort), slots[i] == 0 ? 0 : table - slots[i]);
        }

        Number(sizeof(ushort), table - end);
        int vtable = Number(sizeof(ushort), (slotCount + 2) * sizeof(ushort));
        BinaryPrimitives.WriteInt32LittleEndian(_bytes.AsSpan(_bytes.Length - table), vtable - table);
        return table;
    }

    /// <summary>Ends the buffer.</summary>
    /// <param name="root">Place of the root table.</param>
    /// <returns>The whole buffer.</returns>
    internal byte[] Finish(int root)
    {
        Align(MostAlignment, sizeof(uint));
        Reference(root);
        return _bytes[^_length..];
    }

    /// <summary>Adds the distance forward to what lies at a place.</summary>
    private int Reference(int place)
    {
        Align(sizeof(uint), 0);
        return Number(sizeof(uint), _length + sizeof(uint) - place);
    }

    private int Number(int bytes, long value)
    {
        Align(bytes, 0);
        Grow(bytes);
        Span<byte> target = _bytes.AsSpan(_bytes.Length - _length, bytes);
        for (int i = 0; i < bytes; i++, value >>= 8)
        {
            target[i] = (byte)value;
        }

        return _length;
    }

    /// <summary>Pads so that what is added after <paramref name="before"/> further bytes is aligned.</summary>
    private void Align(int alignment, int before) => Grow(-(_length + before) & (alignment - 1));

    /// <summary>Makes room for bytes, which are 0.</summary>
    private void Grow(int bytes)
    {
        if (_length + bytes > _bytes.Length)
        {
            byte[] larger = new byte[Math.Max(2 * _bytes.Length, _length + bytes)];
            _bytes.AsSpan(_bytes.Length - _length).CopyTo(larger.AsSpan(larger.Length - _length));
            _bytes = larger;
        }

        _length += bytes;
    }
}
