using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using FactorGpu.Arrow;
using FactorGpu.Bars;
using FactorGpu.Compilation;
using FactorGpu.Errors;
using FactorGpu.Factors;
using FactorGpu.Tests.Arrow.Ipc;
using Xunit;

namespace FactorGpu.Tests.Arrow;

/// <summary>Dense files of single precision: float32 lists, prices as counts of the ticks in a column of their own.</summary>
public sealed class SingleDenseTests : IDisposable
{
    private const string TickKey = "factorgpu.tick";

    private readonly BarFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("x.arrow", ArrowCompression.None)]
    [InlineData("x.arrows", ArrowCompression.None)]
    [InlineData("x.arrow", ArrowCompression.Lz4)]
    public void SingleFile_ReadsBackInSingle_ToTheBitsOfPricesAndOfFloat32(string name, ArrowCompression compression)
    {
        ImmutableArray<DayTensor> days = Market();

        MinuteBars.Of(days).Save(PathOf(name), Dense(compression));

        using LoadedBars read = BarFolder.Read(PathOf(name));
        foreach ((DayTensor expected, DayTensor actual) in days.Zip(read.Days))
        {
            Assert.True(actual.IsSingle);
            Assert.Equal((expected.Date, expected.Auctions), (actual.Date, actual.Auctions));
            Assert.Equal(expected.Stocks.Codes.AsEnumerable(), actual.Stocks.Codes);
            Assert.Equal(expected.Ticks.ToArray(), actual.Ticks.ToArray());
            Assert.All(BarFields.All, field => Assert.True(expected.Single.Field(field).Span.SequenceEqual(actual.Single.Field(field).Span), $"{field}"));
            Assert.All(BarFields.All.Where(BarFields.IsOnTicks), field => Assert.True(expected.Field(field).SequenceEqual(actual.Field(field)), $"{field}"));
        }
    }

    [Fact]
    public void SingleFile_OfDaysInSingle_IsTheSameFile()
    {
        MinuteBars.Of(Market()).Save(PathOf("x.arrow"), Dense());

        using (MinuteBars read = MinuteBars.Read(PathOf("x.arrow")))
        {
            read.Save(PathOf("y.arrow"), Dense());
        }

        Assert.Equal(File.ReadAllBytes(PathOf("x.arrow")), File.ReadAllBytes(PathOf("y.arrow")));
    }

    [Fact]
    public void SingleFile_TakesAboutHalfTheBytes_AndItsFloatsStayInTheFile()
    {
        MinuteBars.Of(Market()).Save(PathOf("double.arrow"), new BarWriteOptions { Layout = BarLayout.Dense });
        MinuteBars.Of(Market()).Save(PathOf("single.arrow"), Dense());

        using LoadedBars read = BarFolder.Read(PathOf("single.arrow"));

        Assert.InRange(new FileInfo(PathOf("single.arrow")).Length / (double)new FileInfo(PathOf("double.arrow")).Length, 0.49, 0.53);
        DayTensor day = read.Days[0];
        Assert.All(BarFields.Required, field => Assert.True(StoredNumbers<float>.Holds(day.Single.Field(field))));
    }

    [Fact]
    public void SingleFile_ComputedInDouble_GivesTheValuesOfItsPrices()
    {
        FactorProgram program = FactorProgram.Compile(FactorCatalogue.Find("return_var", "intraday_maxdrawdown"));
        ImmutableArray<DayTensor> days = Market();
        MinuteBars.Of(days).Save(PathOf("x.arrow"), Dense());

        using MinuteBars read = MinuteBars.Read(PathOf("x.arrow"));

        Assert.Equal(MinuteBars.Of(days).Compute(program).Column("return_var").ToArray(), read.Compute(program).Column("return_var").ToArray());
        Assert.Equal(MinuteBars.Of(days).Compute(program).Column("intraday_maxdrawdown").ToArray(), read.Compute(program).Column("intraday_maxdrawdown").ToArray());
    }

    [Fact]
    public void SingleFile_WithFaults_CountsThem_WithoutWidening()
    {
        DayTensor day = Market()[0];
        double[] values = [.. BarFields.All.SelectMany(field => day.Field(field).ToArray())];
        values[((int)BarField.Close * day.Shape.FieldLength) + (3 * 242) + 10] = -1;
        values[((int)BarField.Volume * day.Shape.FieldLength) + (3 * 242) + 11] = double.NaN;
        MinuteBars.Of(new DayTensor(day.Date, day.Stocks, values, day.Auctions)).Save(PathOf("x.arrow"), Dense());

        using LoadedBars read = BarFolder.Read(PathOf("x.arrow"));

        Assert.Equal((1, 1), (read.Files[0].InvalidBars, read.Files[0].IncompleteBars));
    }

    [Fact]
    public void Prices_InListsAndPlainColumns_AreCountsOfTheTick_TheRestIsNot()
    {
        IpcColumn[] batch = [.. Floats(2), IpcColumn.Doubles("tick", 0.01, 0.001), IpcColumn.Doubles("pre_close", 1000, 2000), IpcColumn.Integers("limit_up", true, 1100, 2200)];

        DayTensor day = ReadTicks(batch);

        Assert.Equal([0.01, 0.001], day.Ticks.ToArray());
        Assert.Equal((10.07, 2.007, 1007.0), (day.Row(BarField.Close, 0)[7], day.Row(BarField.Close, 1)[7], day.Row(BarField.Volume, 0)[7]));
        Assert.Equal((10.0, 2.0, 11.0, 2.2), (day.DayValue(BarField.PreClose, 0), day.DayValue(BarField.PreClose, 1), day.DayValue(BarField.LimitUp, 0), day.DayValue(BarField.LimitUp, 1)));
        Assert.Equal((double.NaN, 242), (day.DayValue(BarField.LimitDown, 0), day.ValidBars(1, BarRequirements.None).Count));
        Assert.True(day.Single.Field(BarField.Vwap).Span == day.Single.Field(BarField.LimitDown).Span);
    }

    [Fact]
    public void Nulls_AndFloat64Lists_AreCopied()
    {
        double?[] cells = [.. Row(0).Select(x => (double?)x)];
        cells[5] = null;
        IpcColumn[] batch = [.. IpcBars.With(Floats(1), IpcColumn.Lists("high", 242, IpcColumn.Doubles("item", cells))), IpcColumn.Doubles("tick", 0.01)];

        DayTensor day = ReadTicks(batch);

        Assert.Equal((10.04, double.NaN, 10.06), (day.Row(BarField.High, 0)[4], day.Row(BarField.High, 0)[5], day.Row(BarField.High, 0)[6]));
    }

    [Fact]
    public void FloatLists_WithoutTheKey_AreCny()
    {
        IpcColumn[] batch = [.. Floats(1), IpcColumn.Doubles("tick", 0.01)];

        DayTensor day = BarFolder.Read(_folder.Bytes("x.arrow", new IpcBuilder(batch).Batch(batch).ToFile())).Days[0];

        Assert.False(day.IsSingle);
        Assert.Equal(1007, day.Row(BarField.Close, 0)[7]);
    }

    [Theory]
    [InlineData("x.arrow")]
    [InlineData("x.csv")]
    public void Save_InSingleAndLong_IsRefused(string name)
    {
        var options = new BarWriteOptions { Precision = Precision.Single };

        string message = Assert.Throws<FactorGpuException>(() => BarFile.CheckPath(PathOf(name), options)).Message;

        Assert.Equal($"Bars were asked for in {PathOf(name)} in single precision in the long layout, which holds float64 alone. Ask for the dense layout, or for double precision.", message);
    }

    private static ImmutableArray<DayTensor> Market()
        => [.. SampleMarket.Generate(new SampleOptions { Stocks = 60, Funds = 12, Seed = 3 }, [new DateOnly(2024, 1, 2), new DateOnly(2024, 1, 3)])];

    private static BarWriteOptions Dense(ArrowCompression compression = ArrowCompression.None)
        => new() { Layout = BarLayout.Dense, Precision = Precision.Single, Compression = compression };

    private static IpcColumn[] Floats(int stocks) =>
    [
        IpcColumn.Text("code", [.. Enumerable.Range(0, stocks).Select(s => $"s{s}")]),
        IpcColumn.Dates("date", [.. Enumerable.Repeat(new DateOnly(2024, 6, 14), stocks)]),
        .. BarFields.Required.Select(field => IpcColumn.Lists(
            BarFields.Name(field), 242, IpcColumn.Numbers("item", 3, new FlatNode { [0] = (short)1 }, Enumerable.Range(0, stocks).SelectMany(Row).Select(x => (float)x).ToArray()))),
    ];

    /// <summary>Slot t of stock s is 1000 (s + 1) + t.</summary>
    private static double[] Row(int s) => [.. Enumerable.Range(0, 242).Select(t => (1000.0 * (s + 1)) + t)];

    private DayTensor ReadTicks(IpcColumn[] batch)
        => BarFolder.Read(_folder.Bytes("ticks.arrow", new IpcBuilder(batch).Metadata(TickKey, "tick").Batch(batch).ToFile())).Days[0];

    private string PathOf(string name) => Path.Combine(_folder.Root, name);
}
