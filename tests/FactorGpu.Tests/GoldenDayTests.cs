using System.IO;
using FactorGpu.Bars;
using Xunit;

namespace FactorGpu.Tests;

public sealed class GoldenDayTests
{
    private const int CatalogueFactors = 217;

    [Theory]
    [InlineData("synthetic", 15)]
    [InlineData("hard", 34)]
    public void Read_OfADay_HasItsStocksInBothTables(string name, int stocks)
    {
        var golden = GoldenDay.Read(name);

        Assert.Equal(name, golden.Name);
        Assert.Equal(stocks, golden.Day.Stocks.Count);
        Assert.Equal(golden.Expected.Stocks, golden.Day.Stocks.Codes);
        Assert.Equal(CatalogueFactors, golden.Expected.Factors.Length);
    }

    [Fact]
    public void Read_OfSynthetic_PutsACellWhereTheFileHasIt()
    {
        var golden = GoldenDay.Read("synthetic");

        // normal0,1,301.35,302.03,301.35,301.44,10276.0,3102704.22,150.0,301.93696185286103,301.2,331.32,271.08
        Assert.Equal(302.03, golden.Day.Row(BarField.High, 0)[1]);
        Assert.Equal(301.93696185286103, golden.Day.Row(BarField.Vwap, 0)[1]);
        Assert.Equal(271.08, golden.Day.DayValue(BarField.LimitDown, 0));
        Assert.Equal(3.924345535034352e-06, golden.Expected["normal0", "return_var"]);
    }

    [Fact]
    public void Read_OfEmptyCells_GivesNaN()
    {
        var golden = GoldenDay.Read("hard");

        Assert.True(double.IsNaN(golden.Day.Row(BarField.Close, golden.Day.Stocks.IndexOf("ties_volume"))[238]));
    }

    [Theory]
    [InlineData("", double.NaN)]
    [InlineData("inf", double.PositiveInfinity)]
    [InlineData("-inf", double.NegativeInfinity)]
    [InlineData("-1.5e-3", -0.0015)]
    public void ParseCell_OfEachForm_IsItsNumber(string cell, double expected)
    {
        double value = GoldenDay.ParseCell(cell);

        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData("synthetic/bars.csv")]
    [InlineData("synthetic/expected.csv")]
    [InlineData("hard/bars.csv")]
    [InlineData("hard/expected.csv")]
    public void Copy_OfASharedFile_HasItsBytes(string file)
    {
        string shared = Path.Combine(Requirement.Shared(), "golden", file);

        byte[] copy = File.ReadAllBytes(Repository.PathOf($"tests/FactorGpu.Tests/Golden/{file}"));

        Assert.Equal(File.ReadAllBytes(shared), copy);
    }
}
