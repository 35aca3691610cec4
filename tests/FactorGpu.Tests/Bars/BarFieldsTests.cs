using System.Linq;
using FactorGpu.Bars;
using Xunit;

namespace FactorGpu.Tests.Bars;

public sealed class BarFieldsTests
{
    [Fact]
    public void Name_OfEveryField_IsParsedBack()
    {
        foreach (BarField field in BarFields.All)
        {
            Assert.True(BarFields.TryParse(BarFields.Name(field), out BarField parsed));
            Assert.Equal(field, parsed);
        }
    }

    [Theory]
    [InlineData("Open")]
    [InlineData("trades")]
    [InlineData("")]
    public void TryParse_OfAnotherSpelling_IsFalse(string name)
    {
        bool isKnown = BarFields.TryParse(name, out _);

        Assert.False(isKnown);
    }

    [Fact]
    public void IsDayValue_OfTheElevenFields_HoldsForTheLastThree()
    {
        BarField[] dayValues = [.. BarFields.All.Where(BarFields.IsDayValue)];

        Assert.Equal([BarField.PreClose, BarField.LimitUp, BarField.LimitDown], dayValues);
    }
}
