using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace FactorGpu.Tests.Arrow.Ipc;

/// <summary>Writes FlatBuffers in the plainest way: what is referred to stands behind what refers to it, every field takes 8 bytes.</summary>
internal sealed class FlatWriter
{
    private const int FieldBytes = 8;

    private readonly List<byte> _bytes = [];

    internal static byte[] Write(FlatNode root)
    {
        var writer = new FlatWriter();
        writer._bytes.AddRange(new byte[FieldBytes]);
        writer.Table(root, refersAt: 0);
        writer.Align(FieldBytes, 0);
        return [.. writer._bytes];
    }

    private void Table(FlatNode node, int refersAt)
    {
        int slots = node.Fields.Count == 0 ? 0 : node.Fields.Keys.Max() + 1;
        Align(FieldBytes, 0);
        int vtable = _bytes.Count;
        Add16(4 + (2 * slots));
        Add16(FieldBytes * (node.Fields.Count + 1));
        int place = 0;
        for (int field = 0; field < slots; field++)
        {
            Add16(node.Fields.ContainsKey(field) ? FieldBytes * ++place : 0);
        }

        Align(FieldBytes, 0);
        int table = _bytes.Count;
        Patch(refersAt, table - refersAt);
        _bytes.AddRange(new byte[FieldBytes * (node.Fields.Count + 1)]);
        Patch(table, table - vtable);
        int at = table;
        foreach (object value in node.Fields.Values)
        {
            at += FieldBytes;
            Value(value, at);
        }
    }

    private void Value(object value, int at)
    {
        switch (value)
        {
            case byte or bool or short or int or long: Number(System.Convert.ToInt64(value, null), at); break;
            case string text: Vector(text.Length == 0 ? [] : Encoding.UTF8.GetBytes(text), Encoding.UTF8.GetByteCount(text), at); break;
            case FlatStructs structs: Vector(structs.Bytes, structs.Count, at); break;
            case FlatNode node: Table(node, at); break;
            case FlatNode[] nodes: Tables(nodes, at); break;
            default: throw new ArgumentException($"{value.GetType()} is no value of a table.", nameof(value));
        }
    }

    private void Number(long value, int at)
    {
        byte[] bytes = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
        Set(at, bytes);
    }

    private void Vector(byte[] elements, int count, int refersAt)
    {
        Align(FieldBytes, 4);
        Patch(refersAt, _bytes.Count - refersAt);
        _bytes.AddRange(BitConverter.GetBytes(count));
        _bytes.AddRange(elements);
        _bytes.Add(0);
    }

    private void Tables(FlatNode[] nodes, int refersAt)
    {
        Vector(new byte[4 * nodes.Length], nodes.Length, refersAt);
        int at = _bytes.Count - 1 - (4 * nodes.Length);
        foreach (FlatNode node in nodes)
        {
            Table(node, at);
            at += 4;
        }
    }

    private void Align(int multiple, int rest)
    {
        while (_bytes.Count % multiple != rest)
        {
            _bytes.Add(0);
        }
    }

    private void Add16(int value) => _bytes.AddRange(BitConverter.GetBytes((ushort)value));

    private void Patch(int at, int value) => Set(at, BitConverter.GetBytes(value));

    private void Set(int at, byte[] bytes)
    {
        for (int b = 0; b < bytes.Length; b++)
        {
            _bytes[at + b] = bytes[b];
        }
    }
}
