using System;
using FactorGpu.Arrow;
using FactorGpu.Bars;
using FactorGpu.Errors;
using Xunit;

namespace FactorGpu.Tests.Arrow;

/// <summary>The faults that rows can have, and what is done about each (design 10).</summary>
public sealed class BarFaultTests : IDisposable
{
    private readonly BarFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(DuplicateHandling.First, 10)]
    [InlineData(DuplicateHandling.Last, 12)]
    public void Rows_GivenThriceAndDifferent_KeepTheOneAskedForWhole(DuplicateHandling handling, double kept)
    {
        string path = _folder.Csv(
            BarFolder.Row("a", "2024-06-14 09:30", "10"), BarFolder.Row("a", "2024-06-14 09:30", "11"), BarFolder.Row("a", "2024-06-14 09:31", "9"), BarFolder.Row("a", "2024-06-14 09:30", "12"));

        LoadedBars bars = Read(new BarReadOptions { OnDuplicate = handling }, path);

        Assert.Equal([kept, 9], bars.Days[0].Row(BarField.Open, 0)[1..3].ToArray());
        Assert.Equal(kept, bars.Days[0].Row(BarField.Close, 0)[1]);
        Assert.Equal((0, 2), (bars.Files[0].DuplicateRows, bars.Files[0].ReplacedRows));
    }

    [Fact]
    public void Rows_GivenTwiceAndEqual_AreRefusedWhereDuplicatesAreAnError()
    {
        string path = _folder.Csv(BarFolder.Row("a", "2024-06-14 09:30"), BarFolder.Row("b", "2024-06-14 09:30"), BarFolder.Row("a", "2024-06-14 09:30"));

        string message = Refusal(new BarReadOptions { OnDuplicate = DuplicateHandling.Error }, path);

        Assert.StartsWith($"a at 2024-06-14 09:30 stands in two equal rows, {path} line 2 and {path} line 4,", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_GivenTwiceAndDifferent_NameTheFieldWhereDuplicatesAreAnError()
    {
        string path = _folder.Csv(BarFolder.Row("a", "2024-06-14 09:30", "10"), BarFolder.Row("a", "2024-06-14 09:30", "11"));

        string message = Refusal(new BarReadOptions { OnDuplicate = DuplicateHandling.Error }, path);

        Assert.Contains("open is 10 and 11", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a,2024-06-14 09:30,10,10,0,10,100,1000", 1, 0)]
    [InlineData("a,2024-06-14 09:30,10,10,-1,10,100,1000", 1, 0)]
    [InlineData("a,2024-06-14 09:30,10,10,10,10,-100,1000", 1, 0)]
    [InlineData("a,2024-06-14 09:30,10,10,10,10,100,inf", 1, 0)]
    [InlineData("a,2024-06-14 09:30,10,10,0,10,,", 1, 0)]
    [InlineData("a,2024-06-14 09:30,10,10,10,,100,1000", 0, 1)]
    [InlineData("a,2024-06-14 09:30,10,10,10,10,0,0", 0, 0)]
    public void Bars_ThatAreNotValid_AreKeptAndCountedByReason(string row, int invalid, int incomplete)
    {
        string path = _folder.Csv(row, BarFolder.Row("a", "2024-06-14 13:00"));

        LoadedBars bars = Read(new BarReadOptions(), path);

        Assert.Equal((invalid, incomplete), (bars.Files[0].InvalidBars, bars.Files[0].IncompleteBars));
        Assert.Equal(10, bars.Days[0].Row(BarField.Open, 0)[1]);
    }

    [Fact]
    public void Bars_WithAValueThatCannotBe_AreRefusedWithTheRowWhereThatIsAnError()
    {
        string path = _folder.Csv(BarFolder.Row("a", "2024-06-14 09:30"), "a,2024-06-14 09:31,10,10,10,-3.5,100,1000");

        string message = Refusal(new BarReadOptions { OnInvalid = FaultHandling.Error }, path);

        Assert.StartsWith($"{path} line 3, 2024-06-14 09:31: close is -3.5,", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bars_ThatLackAValue_AreNoErrorWhereInvalidOnesAre()
    {
        string path = _folder.Csv(BarFolder.Row("a", "2024-06-14 09:30"), "a,2024-06-14 09:31,10,10,10,,100,1000");

        LoadedBars bars = Read(new BarReadOptions { OnInvalid = FaultHandling.Error }, path);

        Assert.Equal(1, bars.Files[0].IncompleteBars);
    }

    [Fact]
    public void Bars_ThatAreNotValid_CountInTheFileThatHasThem()
    {
        string first = _folder.Text("1.csv", BarFolder.Header, BarFolder.Row("a", "2024-06-14 09:30"));
        string twice = "b,2024-06-14 09:31,10,10,0,10,100,1000";
        string second = _folder.Text("2.csv", BarFolder.Header, twice, twice, "b,2024-06-14 13:00,0,10,10,10,100,1000");

        LoadedBars bars = Read(new BarReadOptions(), first, second);

        Assert.Equal((0, 2), (bars.Files[0].InvalidBars, bars.Files[1].InvalidBars));
    }

    private static LoadedBars Read(BarReadOptions options, params string[] paths) => BarReader.Read(paths, options);

    private static string Refusal(BarReadOptions options, params string[] paths) => Assert.Throws<BarFormatException>(() => Read(options, paths)).Message;
}
