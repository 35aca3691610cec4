using System;
using System.Collections.Frozen;
using System.Linq;
using Xunit;
using Xunit.Sdk;

namespace FactorGpu.Tests;

public sealed class RequirementTests
{
    [Fact]
    public void Demanded_OfThisRun_NamesOnlyKnownTokens()
    {
        FrozenSet<string> demanded = Requirement.Demanded;

        Assert.Subset(Requirement.KnownTokens.ToHashSet(), demanded.ToHashSet());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" , ")]
    public void Parse_OfNothing_DemandsNothing(string? value)
    {
        FrozenSet<string> demanded = Requirement.Parse(value);

        Assert.Empty(demanded);
    }

    [Theory]
    [InlineData("shared")]
    [InlineData(" shared ,")]
    [InlineData("shared,shared")]
    public void Parse_OfAKnownToken_DemandsIt(string value)
    {
        FrozenSet<string> demanded = Requirement.Parse(value);

        Assert.Equal(["shared"], demanded);
    }

    [Fact]
    public void Parse_OfAnUnknownToken_NamesItAndTheKnownOnes()
    {
        var error = Assert.Throws<ArgumentException>(() => Requirement.Parse("shared,Shard"));

        Assert.Contains("FACTORGPU_REQUIRE names Shard", error.Message);
        Assert.Contains("known tokens are shared, codecs, npm, notebook, clang, opencl", error.Message);
    }

    [Fact]
    public void Missing_WithTheTokenDemanded_FailsWithTheReason()
    {
        FrozenSet<string> demanded = Requirement.Parse("shared");

        var error = Assert.Throws<FailException>(() => Requirement.Missing(Requirement.SharedToken, "It is not there.", demanded));

        Assert.Equal("FACTORGPU_REQUIRE demands shared. It is not there.", error.Message);
    }

    [Fact]
    public void Missing_WithTheTokenNotDemanded_SkipsWithTheReason()
    {
        FrozenSet<string> demanded = Requirement.Parse(null);

        SkipException? skip = SkipOf(() => Requirement.Missing(Requirement.SharedToken, "It is not there.", demanded));

        Assert.NotNull(skip);
        Assert.EndsWith("It is not there.", skip.Message, StringComparison.Ordinal);
    }

    // Assert.Throws lets a skip through, which would skip the test itself.
    private static SkipException? SkipOf(Action action)
    {
        try
        {
            action();
            return null;
        }
        catch (SkipException skip)
        {
            return skip;
        }
    }
}
