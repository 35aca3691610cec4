using System.Linq;
using Xunit;

namespace FactorGpu.Tests.Architecture;

public sealed class LengthRuleTests
{
    [Theory]
    [InlineData("src")]
    [InlineData("tests")]
    [InlineData("benchmarks")]
    public void Sources_OfThisCheckout_AreShortEnough(string folder)
    {
        var sources = SourceFile.In(folder);

        RuleAssert.IsKept(sources.SelectMany(LengthRule.Check));
    }

    [Theory]
    [InlineData(400, 0)]
    [InlineData(401, 1)]
    public void Check_OfLines_AllowsFourHundred(int lines, int broken)
    {
        var source = new SourceFile("src/FactorGpu/Long.cs", string.Concat(Enumerable.Repeat("// one more\n", lines)));

        Assert.Equal(broken, LengthRule.Check(source).Count());
    }
}
