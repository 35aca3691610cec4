using System;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using FactorGpu.Bars;
using Xunit;

namespace FactorGpu.Tests.Bars;

public sealed class SampleMarketTests
{
    private static readonly ImmutableArray<DateOnly> s_dates = [new(2024, 1, 2), new(2024, 1, 3), new(2024, 1, 4)];

    [Fact]
    public void Generate_TwiceWithOneSeed_GivesTheSameBytes()
    {
        string first = Hash(seed: 7);

        string second = Hash(seed: 7);

        Assert.Equal(first, second);
    }

    [Fact]
    public void Generate_WithAnotherSeed_GivesOtherBytes()
    {
        string first = Hash(seed: 7);

        string second = Hash(seed: 8);

        Assert.NotEqual(first, second);
    }

    [Fact]
    public void Generate_OfSeedOne_GivesTheBytesEveryMachineGives()
    {
        string hash = Hash(seed: 1);

        Assert.Equal("2c24625a78bd1c07663a9258e167b0720e5bd7121b6b7f28982db5e129b81caa", hash);
    }

    [Fact]
    public void Generate_OfSeveralDates_GivesOneTensorADate()
    {
        DayTensor[] days = [.. SampleMarket.Generate(new SampleOptions { Stocks = 3 }, s_dates)];

        Assert.Equal(s_dates, days.Select(d => d.Date));
        Assert.All(days, d => Assert.Equal(["000001.SZ", "600000.SH", "600001.SH"], d.Stocks.Codes));
        Assert.All(days, d => Assert.True(d.HasOpenAuction && d.HasCloseAuction));
    }

    [Fact]
    public void Generate_OfAWholeMarket_NamesEachStockOnceInOrdinalOrder()
    {
        var options = new SampleOptions { Stocks = 5000 };

        DayTensor day = SampleMarket.Generate(options, [s_dates[0]]).Single();

        Assert.Equal(5000, day.Stocks.Codes.Distinct().Count());
        Assert.Equal(day.Stocks.Codes.Order(StringComparer.Ordinal), day.Stocks.Codes);
        Assert.Contains("300001.SZ", day.Stocks.Codes);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20001)]
    public void Generate_OfTooFewOrTooManyStocks_Throws(int stocks)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => SampleMarket.Generate(new SampleOptions { Stocks = stocks }, s_dates));

        Assert.Equal(stocks, error.ActualValue);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(4)]
    public void Generate_OfMoreFundsThanStocks_Throws(int funds)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(
            () => SampleMarket.Generate(new SampleOptions { Stocks = 3, Funds = funds }, s_dates));

        Assert.Equal(funds, error.ActualValue);
    }

    [Fact]
    public void Generate_WithDatesThatDoNotAscend_SaysWhichOnes()
    {
        ImmutableArray<DateOnly> dates = [s_dates[1], s_dates[0]];

        var error = Assert.Throws<ArgumentException>(() => SampleMarket.Generate(new SampleOptions(), dates));

        Assert.Contains("2024-01-03 before 2024-01-02 at position 1", error.Message);
    }

    private static string Hash(ulong seed)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (DayTensor day in SampleMarket.Generate(new SampleOptions { Stocks = 60, Seed = seed }, s_dates))
        {
            foreach (BarField field in BarFields.All)
            {
                hash.AppendData(MemoryMarshal.AsBytes(day.Field(field)));
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
