using System;
using System.IO;
using FactorGpu.Bars;
using Xunit;

namespace FactorGpu.Tests.Bars;

public sealed class SampleFileTests
{
    private const string SampleFile = "data/sample.csv";
    private const int MostBytes = 3_000_000;

    [Fact]
    public void SampleFile_OfTheRepository_IsWhatTheGeneratorMakes()
    {
        var options = new SampleOptions { Stocks = 50, Seed = 1 };

        string text = SampleCsv.Write(SampleMarket.Generate(options, [new DateOnly(2024, 1, 2), new DateOnly(2024, 1, 3)]));

        GoldenText.Compare(SampleFile, text);
    }

    [Fact]
    public void SampleFile_OfTheRepository_IsSmall()
    {
        long bytes = new FileInfo(Repository.PathOf(SampleFile)).Length;

        Assert.InRange(bytes, 1, MostBytes - 1);
    }

    [Fact]
    public void Write_OfOneBar_HasItsRowAlone()
    {
        DayTensor day = OneBar.With(BarField.Vwap, double.NaN);

        string text = SampleCsv.Write([day]);

        Assert.Equal(
            """
            code,datetime,open,high,low,close,volume,amount,num_trades,vwap,pre_close,limit_up,limit_down
            600000.SH,2024-01-02 11:09:00,10,10.1,9.9,10.05,200,2010,3,,10,11,9

            """,
            text,
            ignoreLineEndingDifferences: true);
    }
}
