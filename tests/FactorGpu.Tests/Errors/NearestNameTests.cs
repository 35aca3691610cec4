using FactorGpu.Errors;
using Xunit;

namespace FactorGpu.Tests.Errors;

public sealed class NearestNameTests
{
    [Theory]
    [InlineData("closs", "close")]
    [InlineData("num_trade", "num_trades")]
    [InlineData("vwpa", "vwap")]
    [InlineData("open", "open")]
    public void Of_AMisspeltName_IsTheOneWithTheFewestEdits(string asked, string expected)
    {
        string? nearest = NearestName.Of(asked, ["open", "close", "num_trades", "vwap"]);

        Assert.Equal(expected, nearest);
    }

    [Fact]
    public void Of_AnotherLetterCase_IsNearerThanAnotherLetter()
    {
        string? nearest = NearestName.Of("vp", ["vq", "VP", "v"]);

        Assert.Equal("vq", nearest);
        Assert.Equal("Vp", NearestName.Of("vp", ["vq", "Vp"]));
    }

    [Fact]
    public void Of_ANameWithTwoLettersSwapped_IsThatName()
    {
        string? nearest = NearestName.Of("maen", ["max", "mean"]);

        Assert.Equal("mean", nearest);
    }

    [Fact]
    public void Of_TwoNamesEquallyNear_IsTheFirst()
    {
        string? nearest = NearestName.Of("ab", ["ac", "ad"]);

        Assert.Equal("ac", nearest);
    }

    [Fact]
    public void Of_AnEmptyName_IsTheShortest()
    {
        string? nearest = NearestName.Of("", ["abc", "a", "ab"]);

        Assert.Equal("a", nearest);
    }

    [Fact]
    public void Of_NoKnownNames_IsNull()
    {
        string? nearest = NearestName.Of("anything", []);

        Assert.Null(nearest);
    }
}
