using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Xunit;

namespace FactorGpu.Tests.Architecture;

public sealed class FormRuleTests
{
    private static readonly ImmutableArray<string> s_folders = ["src", "tests", "benchmarks"];

    [Fact]
    public void Sources_OfThisCheckout_HaveTheForm()
    {
        var sources = s_folders.SelectMany(folder => SourceFile.In(folder));

        RuleAssert.IsKept(sources.SelectMany(FormRule.CheckSource));
    }

    [Fact]
    public void Projects_OfThisCheckout_AddNoUsings()
    {
        var projects = s_folders.SelectMany(folder => SourceFile.In(folder, ".csproj")).ToImmutableArray();

        Assert.NotEmpty(projects);
        RuleAssert.IsKept(projects.SelectMany(FormRule.CheckProject));
    }

    [Fact]
    public void BuildSettings_OfThisCheckout_TurnImplicitUsingsOff()
    {
        var settings = new SourceFile("Directory.Build.props", File.ReadAllText(Repository.PathOf("Directory.Build.props")));

        Assert.Empty(FormRule.CheckProject(settings));
        Assert.Contains("<ImplicitUsings>disable</ImplicitUsings>", settings.Text);
    }

    [Theory]
    [InlineData("global using System;\nnamespace FactorGpu;\n", "global using")]
    [InlineData("namespace FactorGpu\n{\n}\n", "one file-scoped namespace")]
    [InlineData("namespace FactorGpu {\n}\n", "one file-scoped namespace")]
    [InlineData("public sealed class Nowhere { }\n", "one file-scoped namespace")]
    [InlineData("namespace FactorGpu;\nnamespace FactorGpu.Bars\n{\n}\n", "one file-scoped namespace")]
    public void CheckSource_OfAnotherForm_IsBroken(string text, string expected)
    {
        var source = new SourceFile("src/FactorGpu/Odd.cs", text);

        Assert.Contains(expected, Assert.Single(FormRule.CheckSource(source)));
    }

    [Theory]
    [InlineData("<ImplicitUsings>enable</ImplicitUsings>", "turns implicit usings on")]
    [InlineData("<ImplicitUsings>true</ImplicitUsings>", "turns implicit usings on")]
    [InlineData("<Using Include=\"Xunit\" />", "adds a using")]
    public void CheckProject_WithHiddenUsings_IsBroken(string text, string expected)
    {
        var project = new SourceFile("src/Odd/Odd.csproj", text);

        Assert.Contains(expected, Assert.Single(FormRule.CheckProject(project)));
    }
}
