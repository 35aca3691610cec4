using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using FactorGpu.Arrow.CData.Native;
using FactorGpu.Arrow.Ipc;
using FactorGpu.Bars;
using FactorGpu.Results;
using Xunit;

namespace FactorGpu.Tests.Arrow.CData;

/// <summary>What is exported, looked at through the structs.</summary>
public sealed unsafe class ArrowStreamExportTests
{
    private const int Nullable = 2;

    [Fact]
    public void Table_HasItsColumns_NaNAsNull_AndItsValuesWhereTheyLie()
    {
        FactorTable table = WrittenDays.Factors();
        CArrowArrayStream stream = default;

        table.ExportArrowStream((nint)(&stream));

        CArrowSchema schema = Schema(&stream);
        Assert.Equal(("+s", ""), (Text(schema.Format), Text(schema.Name)));
        Assert.Equal(
            [("code", "u", Nullable), ("date", "tdD", Nullable), ("whole", "g", Nullable), ("因子 with gaps", "g", Nullable), ("none", "g", Nullable)],
            Columns(schema));
        schema.Release(&schema);
        CArrowArray array = Next(&stream);
        Assert.Equal((46, 0, 0, 1, 5), (array.Length, array.NullCount, array.Offset, array.BufferCount, array.ChildCount));
        Assert.Equal(table.Rows.Select(row => row.Date.DayNumber - new DateOnly(1970, 1, 1).DayNumber), new ReadOnlySpan<int>(array.Children[1]->Buffers[1], 46).ToArray());
        Assert.Equal(table.Rows[45].Code, TextOf(array.Children[0], 45));
        fixed (double* values = table.Column(1))
        {
            Assert.True(values == array.Children[3]->Buffers[1], "the values are not copied");
        }

        Assert.Equal((16, 46, 0), (array.Children[3]->NullCount, array.Children[4]->NullCount, array.Children[2]->NullCount));
        Assert.True(array.Children[2]->Buffers[0] is null, "a column without nulls has no bitmap");
        AssertNulls(table.Column(1), (byte*)array.Children[3]->Buffers[0]);
        array.Release(&array);
        Assert.True(array.Release is null && schema.Release is null, "what is released says so");
        Assert.True(Next(&stream).Release is null, "the end is a released array");
        stream.Release(&stream);
        Assert.True(stream.Release is null, "what is released says so");
    }

    [Fact]
    public void Column_ThatIsMovedOut_StaysWhenItsBatchIsReleased()
    {
        FactorTable table = WrittenDays.Factors();
        CArrowArrayStream stream = default;
        table.ExportArrowStream((nint)(&stream));
        CArrowArray array = Next(&stream);

        CArrowArray moved = *array.Children[0];
        array.Children[0]->Release = null;
        array.Release(&array);
        stream.Release(&stream);
        GC.Collect();

        Assert.Equal(table.Rows[7].Code, TextOf(&moved, 7));
        moved.Release(&moved);
        Assert.True(moved.Release is null, "what is released says so");
    }

    [Fact]
    public void Table_WithManyRows_ComesInSeveralBatches_AndOneWithoutRowsInNone()
    {
        FactorTable table = WrittenDays.Factors();
        CArrowArrayStream stream = default;
        FactorTableArrow.Export(table, (nint)(&stream), batchRows: 20);

        Assert.Equal([20, 20, 6], Lengths(&stream));

        FactorTable.OfDays(["f"], []).ExportArrowStream((nint)(&stream));
        CArrowSchema schema = Schema(&stream);
        Assert.Equal(3, schema.ChildCount);
        schema.Release(&schema);
        Assert.Empty(Lengths(&stream));
    }

    [Fact]
    public void Days_ReadAgain_AreTheSameBits_WhereTheyLie()
    {
        ImmutableArray<DayTensor> days = WrittenDays.Sample();
        CArrowArrayStream stream = default;
        MinuteBars.Of(days).ExportArrowStream((nint)(&stream));

        using MinuteBars bars = MinuteBars.ReadArrowStream((nint)(&stream));

        TensorAssert.Same(days, bars.Days);
        fixed (double* close = days[1].Field(BarField.Close), read = bars.Days[1].Field(BarField.Close))
        {
            Assert.True(close == read, "the values are not copied");
        }

        Assert.Equal("dense layout", bars.Files[0].Reading.Evidence[0]);
        Assert.True(stream.Release is null, "the stream is taken over");
    }

    [Fact]
    public void Days_SayTheirLayoutInTheMetadata()
    {
        CArrowArrayStream stream = default;
        MinuteBars.Of(WrittenDays.Sample()).ExportArrowStream((nint)(&stream));

        CArrowSchema schema = Schema(&stream);
        byte[] expected = [.. BitConverter.GetBytes(1), .. BitConverter.GetBytes(16), .. "factorgpu.layout"u8, .. BitConverter.GetBytes(5), .. "dense"u8];

        Assert.Equal(expected, new ReadOnlySpan<byte>(schema.Metadata, expected.Length).ToArray());
        Assert.Equal(("+w:242", "g", "item"), (Text(schema.Children[2]->Format), Text(schema.Children[2]->Children[0]->Format), Text(schema.Children[2]->Children[0]->Name)));
        schema.Release(&schema);
        stream.Release(&stream);
    }

    [Fact]
    public void Failure_OfABatch_IsAnErrorWithItsWords_AndTheStreamIsStillReleased()
    {
        CArrowArrayStream stream = default;
        ExportedStream.Export((nint)(&stream), new ArrowOutputSchema([new("x", ArrowOutputType.Float64)], []), Failing());
        CArrowArray array = default;

        int error = stream.GetNext(&stream, &array);

        Assert.Equal((5, "编号 is wrong"), (error, Text(stream.GetLastError(&stream))));
        Assert.True(array.Release is null, "nothing is given");
        stream.Release(&stream);
    }

    [Fact]
    public void Address_OfNothing_IsRefused()
    {
        Assert.Throws<ArgumentNullException>(() => WrittenDays.Factors().ExportArrowStream(0));
        Assert.Throws<ArgumentNullException>(() => MinuteBars.Of().ExportArrowStream(0));
    }

    [Fact]
    public void Memory_OfBatches_IsLetGoWhenTheyAreReleased()
    {
        CArrowArray array = default;
        WeakReference table = Exported(&array);

        GC.Collect();
        Assert.True(table.IsAlive, "a batch that is not released keeps what it lies over");
        array.Release(&array);
        GC.Collect();
        Assert.False(table.IsAlive, "nothing is kept by what is released");
    }

    /// <summary>A batch over an array that nothing else refers to.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Exported(CArrowArray* array)
    {
        double[] values = [1, 2, 3];
        CArrowArrayStream stream = default;
        ExportedStream.Export((nint)(&stream), new ArrowOutputSchema([new("x", ArrowOutputType.Float64)], []), [new ArrowOutputBatch(3, [() => ArrowOutputColumn.Of<double>(values)])]);
        *array = Next(&stream);
        stream.Release(&stream);
        return new WeakReference(values);
    }

    private static IEnumerable<ArrowOutputBatch> Failing()
    {
        yield return new ArrowOutputBatch(1, [() => throw new InvalidOperationException("编号 is wrong")]);
    }

    private static List<(string?, string?, int)> Columns(CArrowSchema schema)
    {
        var columns = new List<(string?, string?, int)>();
        for (long c = 0; c < schema.ChildCount; c++)
        {
            columns.Add((Text(schema.Children[c]->Name), Text(schema.Children[c]->Format), (int)schema.Children[c]->Flags));
        }

        return columns;
    }

    private static void AssertNulls(ReadOnlySpan<double> values, byte* bitmap)
    {
        for (int row = 0; row < values.Length; row++)
        {
            Assert.Equal(double.IsNaN(values[row]), (bitmap[row / 8] >> (row % 8) & 1) == 0);
        }
    }

    private static long[] Lengths(CArrowArrayStream* stream)
    {
        var lengths = new List<long>();
        for (CArrowArray array = Next(stream); array.Release is not null; array = Next(stream))
        {
            lengths.Add(array.Length);
            array.Release(&array);
        }

        stream->Release(stream);
        return [.. lengths];
    }

    private static CArrowSchema Schema(CArrowArrayStream* stream)
    {
        CArrowSchema schema = default;
        Assert.Equal(0, stream->GetSchema(stream, &schema));
        return schema;
    }

    private static CArrowArray Next(CArrowArrayStream* stream)
    {
        CArrowArray array = default;
        Assert.Equal(0, stream->GetNext(stream, &array));
        return array;
    }

    private static string TextOf(CArrowArray* texts, int row)
    {
        int* offsets = (int*)texts->Buffers[1];
        return Encoding.UTF8.GetString((byte*)texts->Buffers[2] + offsets[row], offsets[row + 1] - offsets[row]);
    }

    private static string? Text(byte* text) => Marshal.PtrToStringUTF8((nint)text);
}
