using FactorGpu.Bars;
using FactorGpu.Errors;
using Xunit;

namespace FactorGpu.Tests.Bars;

public sealed class StockListTests
{
    [Fact]
    public void List_OfCodes_KeepsOrderAndSpelling()
    {
        var stocks = new StockList(["sh600000", "000001.SZ", "SH600000"]);

        Assert.Equal(3, stocks.Count);
        Assert.Equal(["sh600000", "000001.SZ", "SH600000"], stocks.Codes);
        Assert.Equal(2, stocks.IndexOf("SH600000"));
    }

    [Fact]
    public void IndexOf_AnUnknownCode_IsMinusOne()
    {
        var stocks = new StockList(["600000.SH"]);

        Assert.Equal(-1, stocks.IndexOf("600000.sh"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData(null)]
    public void List_WithABlankCode_SaysWhere(string? code)
    {
        var error = Assert.Throws<BarFormatException>(() => new StockList(["600000.SH", code!]));

        Assert.Contains("blank code at position 1", error.Message);
    }

    [Fact]
    public void List_WithACodeTwice_NamesItAndBothPositions()
    {
        var error = Assert.Throws<BarFormatException>(() => new StockList(["600000.SH", "000001.SZ", "600000.SH"]));

        Assert.Contains("600000.SH twice, at positions 0 and 2", error.Message);
    }
}
