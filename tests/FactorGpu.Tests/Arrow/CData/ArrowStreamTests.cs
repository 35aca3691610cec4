using System;
using System.Linq;
using System.Text;
using FactorGpu.Arrow;
using FactorGpu.Bars;
using FactorGpu.Tests.Arrow.Ipc;
using Xunit;

namespace FactorGpu.Tests.Arrow.CData;

/// <summary>A stream in the process is read as a file with the same columns is.</summary>
public sealed class ArrowStreamTests : IDisposable
{
    private const int Rows = 4;

    private readonly BarFolder _folder = new();

    public static TheoryData<string> Columns { get; } = [.. StreamColumn.Names];

    public void Dispose() => _folder.Dispose();

    [Theory, MemberData(nameof(Columns))]
    public void Column_OfAnyType_IsReadAsInAFile(string name)
    {
        StreamColumn column = StreamColumn.Of(name);
        using MinuteBars expected = OfAFile(column);
        using var source = new StreamDouble(CDataColumn.Bars(Rows, column.Stream));

        using MinuteBars actual = MinuteBars.ReadArrowStream(source.Address);

        TensorAssert.Same(expected.Days, actual.Days);
        Assert.Equal("Arrow stream", Assert.Single(actual.Files).Path);
        Assert.Equal(expected.Files[0].Reading.Evidence.AsEnumerable(), actual.Files[0].Reading.Evidence);
    }

    [Theory, MemberData(nameof(Columns))]
    public void Slices_OfArrays_AreReadFromTheirOffset(string name)
    {
        StreamColumn column = StreamColumn.Of(name);
        using MinuteBars expected = OfAFile(column);
        CDataColumn[] columns = CDataColumn.Bars(Rows, column.Stream);
        using var source = new StreamDouble(
            [.. columns.Select(own => own.Slice(0, 1))], [.. columns.Select(own => own.Slice(1, 2))], [.. columns.Select(own => own.Slice(3, 1))]);

        using MinuteBars actual = MinuteBars.ReadArrowStream(source.Address);

        TensorAssert.Same(expected.Days, actual.Days);
        Assert.Equal((Rows, 3), (actual.Files[0].Rows, source.ArraysReleased));
    }

    [Theory, MemberData(nameof(Columns))]
    public unsafe void Slice_OfTheBatchItself_LeavesOutRowsOfAllColumns(string name)
    {
        StreamColumn column = StreamColumn.Of(name);
        using MinuteBars whole = OfAFile(column);
        using var source = new StreamDouble(CDataColumn.Bars(Rows, column.Stream))
        {
            EditArray = array =>
            {
                array->Offset = 1;
                array->Length = 2;
            },
        };

        using MinuteBars actual = MinuteBars.ReadArrowStream(source.Address, new BarReadOptions { Preset = "canonical" });

        // Rows 1 and 2 are the minutes 09:31 and 09:32; their values are those of the whole.
        Assert.Equal([2, 3], actual.Days[0].Stocks.Codes.SelectMany((_, s) => TensorAssert.FilledSlots(actual.Days[0], BarField.Close, s)).Order());
        foreach ((string code, int s) in actual.Days[0].Stocks.Codes.Select((code, s) => (code, s)))
        {
            int w = whole.Days[0].Stocks.Codes.IndexOf(code);
            Assert.All(TensorAssert.FilledSlots(actual.Days[0], BarField.Close, s), t => Assert.Equal(whole.Days[0].Row(BarField.Volume, w)[t], actual.Days[0].Row(BarField.Volume, s)[t]));
        }
    }

    [Fact]
    public void Bits_OfAValidityBitmapAtAnyOffset_AreFound()
    {
        double?[] values = [.. Enumerable.Range(0, 61).Select(row => row % 3 == 0 ? null : (double?)row)];
        CDataColumn[] columns = CDataColumn.Bars(61, CDataColumn.Of("g", IpcColumn.Doubles("volume", values)));
        for (int offset = 0; offset < 20; offset++)
        {
            using var source = new StreamDouble([.. columns.Select(column => column.Slice(offset, 40))]);

            using MinuteBars actual = MinuteBars.ReadArrowStream(source.Address, new BarReadOptions { Preset = "canonical" });

            Assert.Equal(
                values.Skip(offset).Take(40).Select(value => value ?? double.NaN), actual.Days[0].Row(BarField.Volume, 0).Slice(1 + offset, 40).ToArray());
        }
    }

    [Fact]
    public void Options_Metadata_AndFaults_AreThoseOfFiles()
    {
        CDataColumn[] first = CDataColumn.Of(IpcBars.Of(3));
        CDataColumn[] again = CDataColumn.Bars(3, CDataColumn.Of("g", IpcColumn.Doubles("close", 10, 11, 99)));
        using var source = new StreamDouble(first, again);

        using MinuteBars bars = MinuteBars.ReadArrowStream(source.Address, new BarReadOptions { Preset = "canonical", OnDuplicate = DuplicateHandling.Last });

        Assert.Equal([10, 11, 99], bars.Days[0].Row(BarField.Close, 0).Slice(1, 3).ToArray());
        Assert.Equal((6, 2, 1, "asked for"), (bars.Files[0].Rows, bars.Files[0].DuplicateRows, bars.Files[0].ReplacedRows, bars.Files[0].Reading.Evidence[0]));
    }

    [Fact]
    public unsafe void Metadata_OfTheSchema_NamesThePreset()
    {
        fixed (byte* first = Pair("factorgpu.preset", "end240"))
        {
            nint address = (nint)first;
            using var source = new StreamDouble(CDataColumn.Of(IpcBars.Of(Rows, first: 1))) { EditSchema = schema => schema->Metadata = (byte*)address };

            using MinuteBars bars = MinuteBars.ReadArrowStream(source.Address);

            Assert.Equal(("end240", "as the file says"), (bars.Files[0].Reading.Preset, bars.Files[0].Reading.Evidence[0]));
            Assert.Equal([1, 2, 3, 4], TensorAssert.FilledSlots(bars.Days[0], BarField.Close, 0));
        }
    }

    [Fact]
    public void ColumnsThatAreNotUsed_AreNotReadWhateverTheyAre()
    {
        CDataColumn child = CDataColumn.Of("g", IpcColumn.Doubles("x", 1));
        CDataColumn[] unused =
        [
            new() { Name = "a", Format = "+l", Length = 3, Buffers = [null, null], Children = [child] },
            new() { Name = "b", Format = "+ud:0", Length = 3, Buffers = [null, null], Children = [child] },
            new() { Name = "c", Format = "+r", Length = 3, Buffers = [], Children = [child, child] },
            new() { Name = "d", Format = "w:16", Length = 3, Buffers = [null, null] },
            new() { Name = "e", Format = "b", Length = 3, Nulls = 1, Buffers = [null, null] },
            new() { Name = "f", Format = "+m", Length = 3, Buffers = [null, null], Children = [child] },
            new() { Name = "g", Format = "tDs", Length = 3, Buffers = [null, null] },
            new() { Name = "h", Format = "tiM", Length = 3, Buffers = [null, null] },
        ];
        using var source = new StreamDouble([.. unused, .. CDataColumn.Of(IpcBars.Of(3))]);

        using MinuteBars bars = MinuteBars.ReadArrowStream(source.Address);

        Assert.Equal([10, 11, 12], bars.Days[0].Row(BarField.Close, 0).Slice(1, 3).ToArray());
    }

    [Fact]
    public void BatchesWithoutRows_AreNoDays()
    {
        CDataColumn[] none = CDataColumn.Of(IpcBars.Of(0));
        CDataColumn[] noBuffers = [.. none.Select(column => column with { Buffers = [.. column.Buffers.Select(_ => (byte[]?)null)] })];
        using var source = new StreamDouble(none, CDataColumn.Of(IpcBars.Of(3)), noBuffers);

        using MinuteBars bars = MinuteBars.ReadArrowStream(source.Address);

        Assert.Equal((3, 3), (bars.Files[0].Rows, source.ArraysReleased));
    }

    [Fact]
    public void DenseDoubles_WithoutNulls_LieInTheMemoryOfTheProducer_UntilTheBarsAreDisposedOf()
    {
        using var source = new StreamDouble(StreamDays.Dense("600000.SH", "000001.SZ"));

        MinuteBars bars = MinuteBars.ReadArrowStream(source.Address);

        DayTensor day = Assert.Single(bars.Days);
        Assert.Equal(["600000.SH", "000001.SZ"], day.Stocks.Codes.AsEnumerable());
        Assert.Equal(StreamDays.Cells(2), day.Field(BarField.Close).ToArray());
        Assert.Equal((0, 1), (source.ArraysReleased, source.StreamsReleased));
        Assert.True(source.Holds(day.Field(BarField.Open)), "open is used where it lies");
        Assert.False(source.Holds(day.Field(BarField.Vwap)), "vwap has no column");
        bars.Dispose();
        bars.Dispose();
        Assert.Equal(1, source.ArraysReleased);
        Assert.Throws<ObjectDisposedException>(() => day.Field(BarField.Open).Length);
    }

    [Fact]
    public unsafe void DenseFloats_OfCountsOfTicks_LieInTheMemoryOfTheProducer()
    {
        CDataColumn[] day = StreamDays.Dense("a", "b");
        CDataColumn tick = CDataColumn.Of("g", IpcColumn.Doubles("tick", 0.01, 0.001));
        byte[] floats = IpcColumn.Bytes(Array.ConvertAll(StreamDays.Cells(2), value => (float)value));
        fixed (byte* first = Pair("factorgpu.tick", "tick"))
        {
            nint address = (nint)first;
            using var source = new StreamDouble([.. day.Select(column => column.Children is [{ } values] ? column with { Children = [values with { Format = "f", Buffers = [null, floats] }] } : column), tick])
            {
                EditSchema = schema => schema->Metadata = (byte*)address,
            };

            using MinuteBars bars = MinuteBars.ReadArrowStream(source.Address);

            Assert.True(source.Holds(bars.Days[0].Single.Field(BarField.Close).Span), "close is used where it lies");
            Assert.Equal([0.01, 0.001], bars.Days[0].Ticks.ToArray());
            Assert.Equal((2.42, 0.243), (bars.Days[0].Row(BarField.Close, 0)[241], bars.Days[0].Row(BarField.Close, 1)[0]));
        }
    }

    [Fact]
    public unsafe void DenseLists_OfASlice_AreUsedWhereTheyLie()
    {
        CDataColumn[] day = StreamDays.Dense("a", "b", "c");
        using var columns = new StreamDouble([.. day.Select(column => column.Slice(1, 2))]);
        using var batch = new StreamDouble(day)
        {
            EditArray = array =>
            {
                array->Offset = 1;
                array->Length = 2;
            },
        };
        foreach (StreamDouble source in (StreamDouble[])[columns, batch])
        {
            using MinuteBars bars = MinuteBars.ReadArrowStream(source.Address);

            Assert.Equal(["b", "c"], bars.Days[0].Stocks.Codes.AsEnumerable());
            Assert.Equal(StreamDays.Cells(3)[BarAxis.SlotCount..], bars.Days[0].Field(BarField.Low).ToArray());
            Assert.True(source.Holds(bars.Days[0].Field(BarField.Low)), "low is used where it lies");
        }
    }

    [Fact]
    public void DenseValues_WithNullsOrOffTheBoundary_AreCopied_AndTheBatchIsReleasedAtOnceWhenAllAre()
    {
        CDataColumn[] day = StreamDays.Dense("a");
        CDataColumn[] copied =
        [
            .. day.Select(column => column.Children is not [{ } values] ? column : column with
            {
                // NaN of the bitmap: slot 5 of every field is null.
                Children = [values with { Nulls = 1, Buffers = [[0xDF, .. Enumerable.Repeat((byte)0xFF, 30)], values.Buffers[1]] }],
            }),
        ];
        using var source = new StreamDouble(copied);

        using MinuteBars bars = MinuteBars.ReadArrowStream(source.Address);

        Assert.Equal(1, source.ArraysReleased);
        Assert.All(BarFields.Required, field => Assert.Equal([5], Enumerable.Range(0, BarAxis.SlotCount).Where(t => double.IsNaN(bars.Days[0].Row(field, 0)[t]))));
    }

    [Fact]
    public unsafe void DenseValues_OffTheBoundaryOfADouble_AreCopied()
    {
        CDataColumn[] day = [.. StreamDays.Dense("a").Select(column => column.Children is not [{ } values] ? column : column with { Children = [values with { Buffers = [null, [0, .. values.Buffers[1]!]] }] })];
        using var source = new StreamDouble(day)
        {
            EditArray = array =>
            {
                for (int c = 2; c < array->ChildCount; c++)
                {
                    array->Children[c]->Children[0]->Buffers[1] = (byte*)array->Children[c]->Children[0]->Buffers[1] + 1;
                }
            },
        };

        using MinuteBars bars = MinuteBars.ReadArrowStream(source.Address);

        Assert.Equal(StreamDays.Cells(1), bars.Days[0].Field(BarField.Close).ToArray());
        Assert.Equal(1, source.ArraysReleased);
    }

    /// <summary>One pair of metadata.</summary>
    private static byte[] Pair(string key, string value)
        => [.. BitConverter.GetBytes(1), .. BitConverter.GetBytes(key.Length), .. Encoding.UTF8.GetBytes(key), .. BitConverter.GetBytes(value.Length), .. Encoding.UTF8.GetBytes(value)];

    private MinuteBars OfAFile(StreamColumn column)
    {
        IpcColumn[] columns = IpcBars.With(IpcBars.Of(Rows), column.File);
        var ipc = new IpcBuilder(columns);
        if (column.Dictionary is { } values)
        {
            ipc.Dictionary(0, values);
        }

        return MinuteBars.Read(_folder.Bytes("bars.arrow", ipc.Batch(columns).ToFile()));
    }
}
