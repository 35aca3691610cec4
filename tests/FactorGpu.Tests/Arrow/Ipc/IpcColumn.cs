using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;

namespace FactorGpu.Tests.Arrow.Ipc;

/// <summary>A column of a batch to be written: its field of the schema, and its buffers as the format has them.</summary>
internal sealed class IpcColumn
{
    internal required string Name { get; init; }

    /// <summary>Number of the type in the union Type of Schema.fbs.</summary>
    internal required byte TypeId { get; init; }

    internal FlatNode Type { get; init; } = new();

    internal required long Length { get; init; }

    internal long Nulls { get; init; }

    internal required byte[][] Buffers { get; init; }

    internal IpcColumn[] Children { get; init; } = [];

    /// <summary>Number of data buffers, of a column of views.</summary>
    internal long? ViewBuffers { get; init; }

    /// <summary>Of a dictionary-encoded column: id and index type.</summary>
    internal FlatNode? Encoding { get; init; }

    /// <summary>The field of the schema.</summary>
    internal FlatNode Field()
    {
        var field = new FlatNode { [0] = Name, [1] = true, [2] = TypeId, [3] = Type, [5] = Children.Select(child => child.Field()).ToArray() };
        if (Encoding is not null)
        {
            field[4] = Encoding;
        }

        return field;
    }

    internal static IpcColumn Text(string name, params string?[] values)
    {
        byte[][] texts = [.. values.Select(value => System.Text.Encoding.UTF8.GetBytes(value ?? ""))];
        int[] offsets = [0, .. texts.Select((_, row) => texts.Take(row + 1).Sum(text => text.Length))];
        return new IpcColumn
        {
            Name = name,
            TypeId = 5,
            Length = values.Length,
            Nulls = values.Count(value => value is null),
            Buffers = [Validity([.. values.Select(value => value is not null)]), Bytes(offsets), [.. texts.SelectMany(text => text)]],
        };
    }

    internal static IpcColumn Doubles(string name, params double?[] values)
        => Numbers(name, 3, new FlatNode { [0] = (short)2 }, [.. values.Select(value => value ?? -1)], [.. values.Select(value => value is not null)]);

    internal static IpcColumn Integers<T>(string name, bool isSigned, params T[] values)
        where T : unmanaged
        => Numbers(name, 2, Integer<T>(isSigned), values);

    /// <summary>A column of days since 1970-01-01.</summary>
    internal static IpcColumn Dates(string name, params DateOnly[] values)
        => Numbers(name, 8, new FlatNode { [0] = (short)0 }, [.. values.Select(value => value.DayNumber - new DateOnly(1970, 1, 1).DayNumber)]);

    /// <summary>A column of wall time in seconds.</summary>
    internal static IpcColumn Stamps(string name, params DateTime[] values)
        => Numbers(name, 10, new FlatNode { [0] = (short)0 }, [.. values.Select(value => (long)(value - DateTime.UnixEpoch).TotalSeconds)]);

    internal static IpcColumn Nothing(string name, int rows) => new() { Name = name, TypeId = 1, Length = rows, Nulls = rows, Buffers = [] };

    /// <summary>A column of numbers of any type of fixed width.</summary>
    internal static IpcColumn Numbers<T>(string name, byte typeId, FlatNode type, T[] values, params bool[] isValid)
        where T : unmanaged
        => new()
        {
            Name = name,
            TypeId = typeId,
            Type = type,
            Length = values.Length,
            Nulls = isValid.Count(valid => !valid),
            Buffers = [Validity(isValid), Bytes(values)],
        };

    /// <summary>A dictionary-encoded column of the type of <paramref name="values"/>; null has no index.</summary>
    internal static IpcColumn Encoded<T>(string name, long id, IpcColumn values, bool isSigned, params T?[] indices)
        where T : unmanaged
        => new()
        {
            Name = name,
            TypeId = values.TypeId,
            Type = values.Type,
            Encoding = new FlatNode { [0] = id, [1] = Integer<T>(isSigned) },
            Length = indices.Length,
            Nulls = indices.Count(index => index is null),
            Buffers = [Validity([.. indices.Select(index => index is not null)]), Bytes(indices.Select(index => index.GetValueOrDefault()).ToArray())],
        };

    /// <summary>A column of lists of a fixed size; a list is null where <paramref name="isValid"/> says so.</summary>
    internal static IpcColumn Lists(string name, int listSize, IpcColumn values, params bool[] isValid)
        => new()
        {
            Name = name,
            TypeId = 16,
            Type = new FlatNode { [0] = listSize },
            Length = values.Length / listSize,
            Nulls = isValid.Count(valid => !valid),
            Buffers = [Validity(isValid)],
            Children = [values],
        };

    internal static FlatNode Integer<T>(bool isSigned)
        where T : unmanaged
        => new() { [0] = Marshal.SizeOf<T>() * 8, [1] = isSigned };

    internal static byte[] Bytes<T>(T[] values)
        where T : unmanaged
        => MemoryMarshal.AsBytes(values.AsSpan()).ToArray();

    /// <summary>The bitmap; empty when all are valid.</summary>
    private static byte[] Validity(bool[] isValid)
    {
        if (!isValid.Contains(false))
        {
            return [];
        }

        byte[] bits = new byte[(isValid.Length + 7) / 8];
        foreach (int row in Enumerable.Range(0, isValid.Length).Where(row => isValid[row]))
        {
            bits[row / 8] |= (byte)(1 << (row % 8));
        }

        return bits;
    }

    /// <summary>The column and its children, in the order of the flat lists.</summary>
    internal IEnumerable<IpcColumn> Flat() => Children.SelectMany(child => child.Flat()).Prepend(this);
}
