using System;
using FactorGpu.Arrow;
using FactorGpu.Bars;
using Xunit;

namespace FactorGpu.Tests.Arrow;

public sealed class CodeTests : IDisposable
{
    private const string JoinQuant = "time,code,open,high,low,close,volume,money";
    private const string Vnpy = "symbol,exchange,datetime,open_price,high_price,low_price,close_price,volume,turnover";

    private readonly BarFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Codes_OfAPresetWithAStyle_AreRewritten_AndOthersKeptAndListed()
    {
        string path = _folder.Text("bars.csv", JoinQuant, Row("600000.XSHG", "09:31"), Row("IF2406.CCFX", "09:31"));

        LoadedBars bars = BarFolder.Read(path);

        Assert.Equal(["600000.SH", "IF2406.CCFX"], bars.Days[0].Stocks.Codes);
        Assert.Equal(["IF2406.CCFX"], bars.Files[0].Reading.UnknownCodes);
        Assert.Equal(1, bars.Files[0].Reading.RewrittenCodes);
        Assert.Contains("; rewrote 1 codes; kept 1 codes of unknown spelling: IF2406.CCFX;", bars.Files[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Codes_ToBeKept_KeepTheirSpelling()
    {
        string path = _folder.Text("bars.csv", JoinQuant, Row("600000.XSHG", "09:31"));

        LoadedBars bars = BarFolder.Read(new BarReadOptions { KeepCodes = true }, path);

        Assert.Equal(["600000.XSHG"], bars.Days[0].Stocks.Codes);
        Assert.Equal(0, bars.Files[0].Reading.RewrittenCodes);
    }

    [Fact]
    public void Codes_OfCanonicalBars_KeepTheirSpelling()
    {
        LoadedBars bars = BarFolder.Read(_folder.Csv(BarFolder.Row("600000.XSHG", "2024-06-14 09:30")));

        Assert.Equal(["600000.XSHG"], bars.Days[0].Stocks.Codes);
    }

    [Fact]
    public void Codes_ThatRewritingMakesEqual_AreOneStock()
    {
        string path = _folder.Text("bars.csv", "instrument,datetime,$open,$high,$low,$close,$volume,$money", Qlib("SH600000", "09:30"), Qlib("sh600000", "09:31"), Qlib("SZ000001", "09:31"));

        LoadedBars bars = BarFolder.Read(path);

        Assert.Equal(["000001.SZ", "600000.SH"], bars.Days[0].Stocks.Codes);
        Assert.Equal([1, 2], TensorAssert.FilledSlots(bars.Days[0], BarField.Close, 1));
        Assert.Equal(2, bars.Files[0].Stocks);
    }

    [Fact]
    public void Codes_InTwoColumns_AreJoined()
    {
        string path = _folder.Text("bars.csv", Vnpy, "600000,SSE,2024-06-14 09:30,10,10,10,10,100,1000", "000001.SZSE,SZSE,2024-06-14 09:30,10,10,10,10,100,1000");

        LoadedBars bars = BarFolder.Read(path);

        Assert.Equal(["000001.SZ", "600000.SH"], bars.Days[0].Stocks.Codes);
    }

    [Fact]
    public void Code_BlankBesideAnExchange_IsRefused()
    {
        string path = _folder.Text("bars.csv", Vnpy, " ,SSE,2024-06-14 09:30,10,10,10,10,100,1000");

        string message = BarFolder.Refusal(path);

        Assert.StartsWith($"{path} line 2 has a blank stock code in column symbol", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "000001", "600000")]
    [InlineData(true, "1", "600000")]
    public void Codes_OfDigitsThatLostTheirZeros_AreSixDigits(bool keeps, string first, string second)
    {
        string path = _folder.Csv(BarFolder.Row("600000", "2024-06-14 09:30"), BarFolder.Row("1", "2024-06-14 09:30"));

        LoadedBars bars = BarFolder.Read(new BarReadOptions { KeepCodes = keeps }, path);

        Assert.Equal([first, second], bars.Days[0].Stocks.Codes);
        Assert.Equal(keeps ? [] : ["codes are numbers in the file, read as six digits"], bars.Files[0].Reading.Notes);
    }

    [Fact]
    public void Codes_OfDigitsAndTexts_KeepTheirSpelling()
    {
        LoadedBars bars = BarFolder.Read(_folder.Csv(BarFolder.Row("a", "2024-06-14 09:30"), BarFolder.Row("1", "2024-06-14 09:30")));

        Assert.Equal(["1", "a"], bars.Days[0].Stocks.Codes);
    }

    [Fact]
    public void Codes_ThatAreNumbersInArrow_AreSixDigits()
    {
        LoadedBars bars = BarFolder.Read(new BarReadOptions { KeepCodes = true }, BarFolder.Golden("arrow/int32_code.arrow"));

        Assert.Equal(["000001", "600000"], bars.Days[0].Stocks.Codes);
        Assert.Equal(["codes are numbers in the file, read as six digits"], bars.Files[0].Reading.Notes);
    }

    private static string Row(string code, string time) => $"2024-06-14 {time},{code},10,10,10,10,100,1000";

    private static string Qlib(string code, string time) => $"{code},2024-06-14 {time},10,10,10,10,100,1000";
}
