using System;
using System.Linq;
using System.Numerics;
using FactorGpu.Arrow;
using FactorGpu.Arrow.Ipc;
using FactorGpu.Bars;
using Xunit;

namespace FactorGpu.Tests.Arrow.Ipc;

public sealed class ArrowDictionaryTests : IDisposable
{
    private const long Id = 7;

    private readonly BarFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("dictionary_code.arrow")]
    [InlineData("dictionary_stream.arrows")]
    public void Columns_EncodedByArrowJs_GiveTheTensorsOfTheCsv(string name)
    {
        LoadedBars bars = BarFolder.Read(BarFolder.Golden("arrow/" + name));

        TensorAssert.Same(BarFolder.Read(BarFolder.Golden("arrow/bars.csv")), bars);
    }

    [Theory]
    [InlineData(8, true)]
    [InlineData(8, false)]
    [InlineData(16, true)]
    [InlineData(16, false)]
    [InlineData(32, true)]
    [InlineData(32, false)]
    [InlineData(64, true)]
    [InlineData(64, false)]
    public void Codes_OfAnyIndexType_AreRead(int bits, bool isSigned)
    {
        long[] indices = [1, 0, 1];
        IpcColumn codes = bits switch
        {
            8 => Codes<byte>(isSigned, indices),
            16 => Codes<ushort>(isSigned, indices),
            32 => Codes<uint>(isSigned, indices),
            _ => Codes<ulong>(isSigned, indices),
        };
        IpcColumn[] batch = IpcBars.With(IpcBars.Of(3), codes);
        IpcBuilder ipc = new IpcBuilder(batch).Dictionary(Id, IpcColumn.Text("code", "b", "a")).Batch(batch);

        LoadedBars file = BarFolder.Read(_folder.Bytes("bars.arrow", ipc.ToFile()));
        LoadedBars stream = BarFolder.Read(_folder.Bytes("bars.arrows", ipc.ToStream()));

        Assert.Equal(["a", "b"], file.Days[0].Stocks.Codes);
        Assert.Equal([10, 11, 12], new[] { (0, 1), (1, 2), (0, 3) }.Select(at => file.Days[0].Row(BarField.Close, at.Item1)[at.Item2]));
        TensorAssert.Same(file, stream);
    }

    [Fact]
    public void Delta_InAStream_AddsToTheDictionary()
    {
        IpcColumn[] first = IpcBars.With(IpcBars.Of(1), Codes<int>(true, 0));
        IpcColumn[] second = IpcBars.With(IpcBars.Of(3, first: 1), Codes<int>(true, 2, 0, 1));
        IpcBuilder ipc = new IpcBuilder(first).Dictionary(Id, IpcColumn.Text("code", "a")).Batch(first)
            .Dictionary(Id, IpcColumn.Text("code", "b", "c"), isDelta: true).Batch(second);

        DayTensor day = BarFolder.Read(_folder.Bytes("bars.arrows", ipc.ToStream())).Days[0];

        Assert.Equal(["a", "b", "c"], day.Stocks.Codes);
        Assert.Equal([1, 3], TensorAssert.FilledSlots(day, BarField.Close, 0));
        Assert.Equal([4], TensorAssert.FilledSlots(day, BarField.Close, 1));
        Assert.Equal([2], TensorAssert.FilledSlots(day, BarField.Close, 2));
    }

    [Fact]
    public void Deltas_OneAfterTheOther_EmptyOnesAmongThem_GiveEveryValue()
    {
        IpcColumn[] batch = IpcBars.With(IpcBars.Of(5), Codes<int>(true, 3, 1, 0, 2, 4));
        IpcBuilder ipc = new IpcBuilder(batch).Dictionary(Id, IpcColumn.Text("code", "a"));
        foreach (string[] more in (string[][])[[], ["b", "c"], [], [], ["d"], ["e"], []])
        {
            ipc.Dictionary(Id, IpcColumn.Text("code", more), isDelta: true);
        }

        DayTensor day = BarFolder.Read(_folder.Bytes("bars.arrow", ipc.Batch(batch).ToFile())).Days[0];

        Assert.Equal(["a", "b", "c", "d", "e"], day.Stocks.Codes);
        Assert.Equal([3, 2, 4, 1, 5], Enumerable.Range(0, 5).SelectMany(s => TensorAssert.FilledSlots(day, BarField.Close, s)));
    }

    [Fact]
    public void Delta_InAFile_HoldsForAllBatches()
    {
        IpcColumn[] batch = IpcBars.With(IpcBars.Of(2), Codes<int>(true, 1, 0));
        IpcBuilder ipc = new IpcBuilder(batch).Dictionary(Id, IpcColumn.Text("code", "a")).Batch(batch).Dictionary(Id, IpcColumn.Text("code", "b"), isDelta: true);

        DayTensor day = BarFolder.Read(_folder.Bytes("bars.arrow", ipc.ToFile())).Days[0];

        Assert.Equal(["a", "b"], day.Stocks.Codes);
        Assert.Equal([1], TensorAssert.FilledSlots(day, BarField.Close, 1));
    }

    [Fact]
    public void Replacement_InAStream_HoldsForTheBatchesAfterIt()
    {
        IpcColumn[] first = IpcBars.With(IpcBars.Of(1), Codes<int>(true, 0));
        IpcColumn[] second = IpcBars.With(IpcBars.Of(1, first: 1), Codes<int>(true, 0));
        IpcBuilder ipc = new IpcBuilder(first).Dictionary(Id, IpcColumn.Text("code", "b")).Batch(first).Dictionary(Id, IpcColumn.Text("code", "a")).Batch(second);

        DayTensor day = BarFolder.Read(_folder.Bytes("bars.arrows", ipc.ToStream())).Days[0];

        Assert.Equal(["a", "b"], day.Stocks.Codes);
        Assert.Equal([2], TensorAssert.FilledSlots(day, BarField.Close, 0));
        Assert.Equal([1], TensorAssert.FilledSlots(day, BarField.Close, 1));
    }

    [Fact]
    public void Replacement_InAFile_IsRefused()
    {
        IpcColumn[] batch = IpcBars.With(IpcBars.Of(1), Codes<int>(true, 0));
        IpcBuilder ipc = new IpcBuilder(batch).Dictionary(Id, IpcColumn.Text("code", "a")).Dictionary(Id, IpcColumn.Text("code", "b")).Batch(batch);

        string message = BarFolder.Refusal(_folder.Bytes("bars.arrow", ipc.ToFile()));

        Assert.Contains("it has two dictionaries of number 7, which a file cannot have", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_OfASharedDictionaryWithDeltas_AreLookedUp_NullOnEitherSideIsMissing()
    {
        IpcColumn values = IpcColumn.Doubles("prices", 1.5, null, 2.5);
        IpcColumn[] batch = IpcBars.With(
            IpcBars.With(IpcBars.Of(4), IpcColumn.Encoded<short>("high", Id, values, true, 0, 1, 3, null)), IpcColumn.Encoded<byte>("open", Id, values, false, 2, 2, 2, 3));
        IpcBuilder ipc = new IpcBuilder(batch).Dictionary(Id, values).Dictionary(Id, IpcColumn.Doubles("prices", 9), isDelta: true).Batch(batch);

        DayTensor day = BarFolder.Read(_folder.Bytes("bars.arrows", ipc.ToStream())).Days[0];

        Assert.Equal([1.5, double.NaN, 9, double.NaN], day.Row(BarField.High, 0)[1..5]);
        Assert.Equal([2.5, 2.5, 2.5, 9], day.Row(BarField.Open, 0)[1..5]);
    }

    [Fact]
    public void Dictionary_Compressed_IsRead()
    {
        IpcColumn[] batch = IpcBars.With(IpcBars.Of(2), Codes<byte>(false, 1, 0));
        IpcBuilder ipc = new IpcBuilder(batch) { Compression = ArrowCompression.Lz4 }.Dictionary(Id, IpcColumn.Text("code", "b", "a")).Batch(batch);

        DayTensor day = BarFolder.Read(_folder.Bytes("bars.arrows", ipc.ToStream())).Days[0];

        Assert.Equal(["a", "b"], day.Stocks.Codes);
    }

    [Fact]
    public void Numbers_WithoutADictionary_AllNull_AreMissing()
    {
        IpcColumn[] batch = IpcBars.With(IpcBars.Of(2), IpcColumn.Encoded<int>("num_trades", Id, IpcColumn.Doubles("", 1), true, null, null));

        DayTensor day = BarFolder.Read(_folder.Bytes("bars.arrows", new IpcBuilder(batch).Batch(batch).ToStream())).Days[0];

        Assert.Empty(TensorAssert.FilledSlots(day, BarField.NumTrades, 0));
    }

    [Fact]
    public void Stamps_OfADictionary_AreRead()
    {
        IpcColumn values = IpcColumn.Stamps("datetime", IpcBars.Open.AddMinutes(5), IpcBars.Open);
        IpcColumn[] batch = IpcBars.With(IpcBars.Of(2), IpcColumn.Encoded<sbyte>("datetime", Id, values, true, 1, 0));

        DayTensor day = BarFolder.Read(_folder.Bytes("bars.arrows", new IpcBuilder(batch).Dictionary(Id, values).Batch(batch).ToStream())).Days[0];

        Assert.Equal([1, 6], TensorAssert.FilledSlots(day, BarField.Close, 0));
    }

    [Theory]
    [InlineData(2, "in column code of its record batch 0 row 1 refers to value 2 of a dictionary of 2")]
    [InlineData(-1, "in column code of its record batch 0 row 1 refers to value -1 of a dictionary of 2")]
    public void Index_OutsideOfTheDictionary_IsRefused(long index, string expected)
    {
        IpcColumn[] batch = IpcBars.With(IpcBars.Of(2), Codes<int>(true, 0, index));

        string message = BarFolder.Refusal(_folder.Bytes("bars.arrow", new IpcBuilder(batch).Dictionary(Id, IpcColumn.Text("code", "a", "b")).Batch(batch).ToFile()));

        Assert.Contains(expected, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "row 2 (counted from 0) has a blank stock code in column code; ")]
    [InlineData(2, "row 2 (counted from 0) has a null in column code; ")]
    public void Code_OfADictionary_BlankOrNull_IsRefusedWithTheRowThatHasIt(long index, string expected)
    {
        IpcColumn[] first = IpcBars.With(IpcBars.Of(1), Codes<int>(true, 0));
        IpcColumn[] second = IpcBars.With(IpcBars.Of(2, first: 1), Codes<int>(true, 0, index));
        IpcBuilder ipc = new IpcBuilder(first).Dictionary(Id, IpcColumn.Text("code", "a", " ", null)).Batch(first).Batch(second);

        string message = BarFolder.Refusal(_folder.Bytes("bars.arrow", ipc.ToFile()));

        Assert.Contains(expected, message, StringComparison.Ordinal);
    }

    [Fact]
    public void Code_OfADictionary_ThatNoRowHas_IsNoStock()
    {
        IpcColumn[] batch = IpcBars.With(IpcBars.Of(1), Codes<int>(true, 1));
        IpcBuilder ipc = new IpcBuilder(batch).Dictionary(Id, IpcColumn.Text("code", " ", "a", null, "b")).Batch(batch);

        LoadedBars bars = BarFolder.Read(_folder.Bytes("bars.arrow", ipc.ToFile()));

        Assert.Equal(1, bars.Files[0].Stocks);
        Assert.Equal(["a"], bars.Days[0].Stocks.Codes);
    }

    [Fact]
    public void Dictionary_OfTwoTypes_IsRefused()
    {
        IpcColumn[] batch = IpcBars.With(IpcBars.With(IpcBars.Of(1), Codes<int>(true, 0)), IpcColumn.Encoded<int>("open", Id, IpcColumn.Doubles("", 1), true, 0));

        string message = BarFolder.Refusal(_folder.Bytes("bars.arrows", new IpcBuilder(batch).ToStream()));

        Assert.Contains("its dictionary 7 is said to be of type Utf8 and of type Float64", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_ReadBySeveralThreadsAtOnce_AreThoseOfOne()
    {
        using ArrowFile alone = ArrowFile.Open(BarFolder.Golden("arrow/dictionary_stream.arrows"));
        using ArrowFile shared = ArrowFile.Open(BarFolder.Golden("arrow/dictionary_stream.arrows"));
        ArrowField[] numbers = [.. shared.Fields.Where(field => field.Type.IsNumber)];
        double[][] expected = [.. numbers.Select(field => Numbers(alone.Batches[^1], field))];

        double[][] actual = [.. Enumerable.Range(0, 500).AsParallel().AsOrdered().Select(i => Numbers(shared.Batches[^1], numbers[i % numbers.Length]))];

        Assert.All(actual.Index(), read => Assert.Equal(expected[read.Index % numbers.Length], read.Item));
    }

    private static double[] Numbers(ArrowBatch batch, ArrowField field)
    {
        double[] values = new double[batch.RowCount];
        ArrowNumbers.Read(batch.Column(field), values);
        return values;
    }

    private static IpcColumn Codes<T>(bool isSigned, params long[] indices)
        where T : unmanaged, IBinaryInteger<T>
        => IpcColumn.Encoded("code", Id, IpcColumn.Text("code"), isSigned, [.. indices.Select(index => (T?)T.CreateTruncating(index))]);
}
