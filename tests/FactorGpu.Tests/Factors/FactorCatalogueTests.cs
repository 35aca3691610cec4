using System.Linq;
using FactorGpu.Errors;
using FactorGpu.Expressions;
using FactorGpu.Factors;
using Xunit;

namespace FactorGpu.Tests.Factors;

public sealed class FactorCatalogueTests
{
    [Fact]
    public void Find_KeepsTheOrderAsked_AndEachFactorOnce()
    {
        string[] found = [.. FactorCatalogue.Find("VP", "return_var", "corr_VP", "VP").Select(factor => factor.Id)];

        Assert.Equal(["VP", "return_var"], found);
    }

    [Theory]
    [InlineData("all", 217)]
    [InlineData("huatai50", 50)]
    [InlineData("cicc", 61)]
    [InlineData("huatai2023", 5)]
    [InlineData("haitong", 7)]
    [InlineData("realized", 19)]
    [InlineData("fangzheng", 18)]
    [InlineData("brokers", 37)]
    [InlineData("supplement", 20)]
    public void Find_OfASet_GivesAllOfIt(string set, int count)
        => Assert.Equal(count, FactorCatalogue.Find(set).Length);

    [Fact]
    public void Sets_OfTheSections_AreAllFactorsOnce()
        => Assert.Equal(FactorCatalogue.All.AsEnumerable(), FactorCatalogue.Sets[1..].SelectMany(set => set.Factors));

    [Fact]
    public void Find_OfSeveralUnknownNames_ListsAllWithTheNearest()
    {
        var thrown = Assert.Throws<FactorDefinitionException>(() => FactorCatalogue.Find("return_vra", "VP", "vp_top33volume", "huatai5"));

        Assert.Equal(
            "3 unknown factors were asked for: return_vra (nearest: return_var), vp_top33volume (nearest: VP_top33volume), "
            + "huatai5 (nearest: huatai50). Correct the spelling; `factorgpu list` shows all names.",
            thrown.Message);
    }

    [Fact]
    public void Get_OfAnUnknownName_SaysTheNearest()
    {
        var thrown = Assert.Throws<FactorDefinitionException>(() => FactorCatalogue.Get("retun_var"));

        Assert.Contains("retun_var (nearest: return_var)", thrown.Message, System.StringComparison.Ordinal);
    }

    [Fact]
    public void Names_OfAllFactors_AreToldApart()
    {
        string[] names = [.. FactorCatalogue.All.SelectMany(factor => factor.Aliases.Insert(0, factor.Id))];

        Assert.Equal(names.Distinct(), names);
    }

    [Fact]
    public void Definition_OfAUser_NeedsAnIdAndAValueOnly()
    {
        var mine = new FactorDefinition { Id = "my_var", Value = day => day.Return.Where(day.Return < 0).Var(ddof: 0) };

        Assert.Equal("var(where(ret, ret < 0), ddof=0)", mine.Expression);
        Assert.Equal([FactorGpu.Bars.BarField.Close], mine.Inputs);
    }
}
