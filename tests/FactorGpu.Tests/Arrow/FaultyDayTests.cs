using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using FactorGpu.Arrow;
using FactorGpu.Bars;
using FactorGpu.Errors;
using Xunit;

namespace FactorGpu.Tests.Arrow;

public sealed class FaultyDayTests
{
    private const int Auction = 0;
    private const int Opening = 1;
    private const int BeforeLunch = 120;

    [Fact]
    public void Parts_WithoutFaults_AreTheDayItself()
    {
        DayTensor day = Day();

        StampedDay only = FaultyDay.Parts(day, BarFaults.None).Single();

        Assert.Same(day, only.Day);
        Assert.Equal((new TimeOnly(9, 25), new TimeOnly(15, 0)), (only.Stamps[0], only.Stamps[241]));
    }

    [Fact]
    public void Lots_DivideTheVolumeAlone()
    {
        DayTensor day = Day();

        DayTensor faulty = FaultyDay.Parts(day, BarFaults.Lots).Single().Day;

        Assert.Equal([3, 5, 7], Values(faulty, BarField.Volume));
        Assert.Equal(Values(day, BarField.Amount), Values(faulty, BarField.Amount));
        Assert.Equal([300, 500, 700], Values(day, BarField.Volume));
    }

    [Fact]
    public void DoubledAuction_CountsItAgainInTheNextMinute()
    {
        DayTensor faulty = FaultyDay.Parts(Day(), BarFaults.DoubledAuction).Single().Day;

        Assert.Equal([300, 800, 700], Values(faulty, BarField.Volume));
        Assert.Equal([3000, 8050, 7140], Values(faulty, BarField.Amount));
        Assert.Equal([3, 8, 7], Values(faulty, BarField.NumTrades));
        Assert.Equal(8050.0 / 800, faulty.Row(BarField.Vwap, 0)[Opening]);
    }

    [Fact]
    public void Lunch_TakesOneLotOfTheLastMorningMinute()
    {
        StampedDay[] parts = [.. FaultyDay.Parts(Day(), BarFaults.Lunch)];

        Assert.Equal(2, parts.Length);
        Assert.Equal(new TimeOnly(11, 30), parts[1].Stamps[BeforeLunch]);
        Assert.Equal([300, 500, 600], Values(parts[0].Day, BarField.Volume));
        Assert.Equal([3000, 5050, 6120], Values(parts[0].Day, BarField.Amount));
        Assert.Equal([100, 1020, 1], BarAt(parts[1].Day, BeforeLunch, BarField.Volume, BarField.Amount, BarField.NumTrades));
        Assert.Equal([10.2, 10.2, 10.2, 10.2], BarAt(parts[1].Day, BeforeLunch, BarField.Open, BarField.High, BarField.Low, BarField.Close));
    }

    [Fact]
    public void Duplicates_RepeatRows_EqualOrWithAnotherVolume()
    {
        DayTensor day = SampleMarket.Generate(new SampleOptions { Stocks = 7 }, [new DateOnly(2024, 1, 2)]).Single();

        StampedDay[] parts = [.. FaultyDay.Parts(day, BarFaults.Duplicates | BarFaults.DifferingDuplicates)];

        Assert.Equal(3, parts.Length);
        AssertRepeats(day, parts[1].Day, moreShares: 0);
        AssertRepeats(day, parts[2].Day, moreShares: 100);
    }

    [Theory, InlineData("x.csv"), InlineData("x.arrow")]
    public void Save_OfEqualDuplicates_ReadsBackAsTheDay(string name)
    {
        using var folder = new TempFolder();
        string path = Path.Combine(folder.Path, name);
        MinuteBars bars = MinuteBars.Sample(new SampleOptions { Stocks = 7 }, [new DateOnly(2024, 1, 2)]);

        bars.Save(path, new BarWriteOptions { Faults = BarFaults.Duplicates });

        MinuteBars read = MinuteBars.Read(path);
        Assert.True(read.Files.Single().DuplicateRows > 20, $"{read.Files.Single().DuplicateRows} rows stand twice");
        foreach (string code in read.Days.Single().Stocks.Codes)
        {
            int s = bars.Days[0].Stocks.IndexOf(code);
            int at = read.Days[0].Stocks.IndexOf(code);
            Assert.All(BarFields.All, field => Assert.Equal(bars.Days[0].Row(field, s), read.Days[0].Row(field, at)));
        }
    }

    [Fact]
    public void Save_OfDifferingDuplicates_IsRefusedByTheReader()
    {
        using var folder = new TempFolder();
        string path = Path.Combine(folder.Path, "x.csv");
        MinuteBars.Sample(new SampleOptions { Stocks = 7 }, [new DateOnly(2024, 1, 2)])
            .Save(path, new BarWriteOptions { Faults = BarFaults.DifferingDuplicates });

        var error = Assert.Throws<BarFormatException>(() => MinuteBars.Read(path));

        Assert.Contains("volume", error.Message, StringComparison.Ordinal);
    }

    /// <summary>Three bars: opening auction, first minute, last minute before lunch.</summary>
    [Theory, InlineData("bars.csv"), InlineData("bars.arrow")]
    public void Lunch_ReadsBackAsTheDayWithoutIt(string name)
    {
        using var folder = new BarFolder();
        MinuteBars market = MinuteBars.Sample(new SampleOptions { Stocks = 50, Seed = 3 }, [new DateOnly(2024, 6, 14)]);
        string clean = Path.Combine(folder.Root, "clean.arrow");
        string faulty = Path.Combine(folder.Root, name);
        market.Save(clean);
        market.Save(faulty, new BarWriteOptions { Faults = BarFaults.Lunch });

        LoadedBars read = BarFolder.Read(faulty);

        Assert.InRange(read.Files[0].MergedRows, 30, 50);
        TensorAssert.Same(BarFolder.Read(clean), read);
    }

    private static DayTensor Day() => DayBuilder.Stock(
        close: [10, 10.1, 10.2],
        volume: [300, 500, 700],
        amount: [3000, 5050, 7140],
        numTrades: [3, 5, 7],
        slots: [Auction, Opening, BeforeLunch]);

    private static double[] Values(DayTensor day, BarField field) => [.. day.Row(field, 0).ToArray().Where(x => !double.IsNaN(x))];

    private static double[] BarAt(DayTensor day, int slot, params ImmutableArray<BarField> fields) => [.. fields.Select(field => day.Row(field, 0)[slot])];

    private static void AssertRepeats(DayTensor day, DayTensor rows, double moreShares)
    {
        int[] cells = [.. Enumerable.Range(0, day.Shape.FieldLength).Where(cell => !double.IsNaN(rows.Field(BarField.Close)[cell]))];
        IEnumerable<BarField> unchanged = BarFields.All.Where(field => field != BarField.Volume);

        Assert.InRange(cells.Length, 20, day.Shape.FieldLength / 40);
        Assert.All(cells, cell =>
        {
            Assert.All(unchanged, field => Assert.Equal(day.Field(field)[cell], rows.Field(field)[cell]));
            Assert.Equal(day.Field(BarField.Volume)[cell] + moreShares, rows.Field(BarField.Volume)[cell]);
        });
    }
}
