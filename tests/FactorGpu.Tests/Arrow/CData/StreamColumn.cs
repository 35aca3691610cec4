using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using FactorGpu.Tests.Arrow.Ipc;

namespace FactorGpu.Tests.Arrow.CData;

/// <summary>Columns of four rows, one of each type that is read, as they stand in a file and in a stream.</summary>
internal sealed class StreamColumn
{
    private const int Id = 0;
    private static readonly string[] s_codes = ["600000.SH", "000001.SZ", "a code that is longer than a view", "b"];

    private StreamColumn(string format, IpcColumn file)
    {
        File = file;
        Stream = CDataColumn.Of(format, file);
    }

    internal IpcColumn File { get; }

    internal CDataColumn Stream { get; private init; }

    /// <summary>The values of a dictionary-encoded column.</summary>
    internal IpcColumn? Dictionary { get; private init; }

    internal static StreamColumn Of(string name) => All()[name];

    internal static IEnumerable<string> Names => All().Keys;

    private static Dictionary<string, StreamColumn> All() => new()
    {
        ["text"] = new("u", IpcColumn.Text("code", s_codes)),
        ["large text"] = new("U", LargeText()),
        ["text view"] = Views(),
        ["doubles with nulls"] = new("g", IpcColumn.Doubles("volume", 100, null, 300, null)),
        ["floats with a null"] = new("f", IpcColumn.Numbers("volume", 3, new FlatNode { [0] = (short)1 }, [100f, 200f, 300.5f, float.NaN], true, true, false, true)),
        ["halves"] = new("e", IpcColumn.Numbers("volume", 3, new FlatNode { [0] = (short)0 }, [(Half)100, (Half)200, (Half)300.5, (Half)1])),
        ["int64"] = new("l", IpcColumn.Integers("volume", true, 100L, 1L << 60, 3, 4)),
        ["int32"] = new("i", IpcColumn.Integers("volume", true, 100, 200, 3, 4)),
        ["int16"] = new("s", IpcColumn.Integers<short>("volume", true, 100, 200, 3, 4)),
        ["int8"] = new("c", IpcColumn.Integers<sbyte>("volume", true, 100, 101, 3, 4)),
        ["uint64"] = new("L", IpcColumn.Integers<ulong>("volume", false, 100, ulong.MaxValue, 3, 4)),
        ["uint32"] = new("I", IpcColumn.Integers<uint>("volume", false, 100, uint.MaxValue, 3, 4)),
        ["uint16"] = new("S", IpcColumn.Integers<ushort>("volume", false, 100, ushort.MaxValue, 3, 4)),
        ["uint8"] = new("C", IpcColumn.Integers<byte>("volume", false, 100, 255, 3, 4)),
        ["nulls alone"] = new("n", IpcColumn.Nothing("volume", 4)),
        ["decimals"] = new("d:20,2", Decimals(128, (Int128)12345, (Int128)150, (Int128)(-1), (Int128)7)),
        ["decimals of 32 bits"] = new("d:9,2,32", Decimals(32, 12345, 150, -1, 7)),
        ["decimals of 64 bits"] = new("d:9,2,64", Decimals(64, 12345L, 150L, -1L, 7L)),
        ["decimals of 256 bits"] = new("d:40,2,256", Decimals<(Int128, Int128)>(256, (12345, 0), (150, 0), (-1, -1), (7, 0))),
        ["stamps in seconds"] = new("tss:", IpcBars.Stamps(4)),
        ["stamps in microseconds"] = new("tsu:", Stamps(2, 1_000_000)),
        ["stamps in nanoseconds with a zone"] = new("tsn:UTC", Stamps(3, 1_000_000_000, "UTC", -8)),
        ["dictionary"] = Encoded("c", "u", IpcColumn.Text("code", "600000.SH", "000001.SZ"), new sbyte?[] { 0, 1, 1, 0 }),
        ["dictionary of numbers with a null"] = Encoded("S", "g", IpcColumn.Doubles("volume", 100, 200), new ushort?[] { 0, null, 1, 0 }),
    };

    private static IpcColumn Decimals<T>(int bits, params T[] values)
        where T : unmanaged
        => IpcColumn.Numbers("volume", 7, new FlatNode { [0] = 9, [1] = 2, [2] = bits }, values);

    private static IpcColumn Stamps(short unit, long perSecond, string? zone = null, int hours = 0)
    {
        var type = new FlatNode { [0] = unit };
        if (zone is not null)
        {
            type[1] = zone;
        }

        long first = (long)(IpcBars.Open.AddHours(hours) - DateTime.UnixEpoch).TotalSeconds;
        return IpcColumn.Numbers("datetime", 10, type, [.. Enumerable.Range(0, 4).Select(row => (first + (60 * row)) * perSecond)]);
    }

    private static IpcColumn LargeText()
    {
        IpcColumn text = IpcColumn.Text("code", s_codes);
        long[] offsets = [0, .. s_codes.Select((_, row) => s_codes.Take(row + 1).Sum(code => (long)code.Length))];
        return new IpcColumn { Name = "code", TypeId = 20, Length = 4, Buffers = [text.Buffers[0], IpcColumn.Bytes(offsets), text.Buffers[2]] };
    }

    /// <summary>Views: the texts of up to 12 bytes in themselves, the others in the second of two data buffers. In a stream the lengths of these follow.</summary>
    private static StreamColumn Views()
    {
        byte[] data = [.. Encoding.UTF8.GetBytes("xyz"), .. Encoding.UTF8.GetBytes(s_codes[2])];
        byte[][] views = [.. s_codes.Select(code => (byte[])[.. BitConverter.GetBytes(code.Length), .. code.Length <= 12 ? InView(code) : InData(code)])];
        var column = new IpcColumn { Name = "code", TypeId = 24, Length = 4, ViewBuffers = 2, Buffers = [[], [.. views.SelectMany(view => view)], [], data] };
        var made = new StreamColumn("vu", column);
        return new StreamColumn("vu", column) { Stream = made.Stream with { Buffers = [null, column.Buffers[1], [], data, IpcColumn.Bytes([0L, data.Length])] } };

        static byte[] InView(string code) => [.. Encoding.UTF8.GetBytes(code), .. new byte[12 - code.Length]];

        static byte[] InData(string code) => [.. Encoding.UTF8.GetBytes(code[..4]), .. BitConverter.GetBytes(1), .. BitConverter.GetBytes(3)];
    }

    private static StreamColumn Encoded<T>(string index, string format, IpcColumn values, T?[] indices)
        where T : unmanaged
    {
        IpcColumn column = IpcColumn.Encoded(values.Name, Id, values, isSigned: index == "c", indices);
        var made = new StreamColumn(index, column);
        return new StreamColumn(index, column) { Stream = made.Stream with { Dictionary = CDataColumn.Of(format, values) }, Dictionary = values };
    }
}
