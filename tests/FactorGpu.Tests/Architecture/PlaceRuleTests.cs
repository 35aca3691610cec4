using System.Linq;
using Xunit;

namespace FactorGpu.Tests.Architecture;

public sealed class PlaceRuleTests
{
    private const string Good = "namespace FactorGpu.Bars;\n\npublic sealed class DayTensor\n{\n    private enum Inner { }\n}\n";

    [Theory]
    [InlineData(LayerRule.Library)]
    [InlineData(LayerRule.Tool)]
    public void Sources_OfThisCheckout_LieWhereTheirNamesSay(string project)
    {
        var sources = SourceFile.In(project);

        Assert.NotEmpty(sources);
        RuleAssert.IsKept(sources.SelectMany(source => PlaceRule.Check(source, project)));
    }

    [Theory]
    [InlineData("Bars/DayTensor.cs", Good)]
    [InlineData("Bars/DayTensor.Rows.cs", Good)]
    [InlineData("Runner.cs", "namespace FactorGpu;\n\ninternal static partial class Runner\n{\n}\n")]
    [InlineData("Bars/Native/Size.cs", "namespace FactorGpu.Bars.Native;\n\ninternal readonly record struct Size(int S);\n")]
    [InlineData("Bars/Reader.cs", "namespace FactorGpu.Bars;\n\npublic delegate ReadOnlySpan<double> Reader<in T>(T source);\n")]
    [InlineData("Bars/Pair.cs", "namespace FactorGpu.Bars;\n\npublic sealed class Pair<T>\n    where T : class\n{\n}\n")]
    public void Check_OfATypeInItsPlace_IsClean(string path, string text)
    {
        var source = new SourceFile($"{LayerRule.Library}/{path}", text);

        Assert.Empty(PlaceRule.Check(source, LayerRule.Library));
    }

    [Theory]
    [InlineData("DayTensor.cs", Good, "declares the namespace FactorGpu.Bars; its folder says FactorGpu.")]
    [InlineData("Bars/Rows/DayTensor.cs", Good, "its folder says FactorGpu.Bars.Rows.")]
    [InlineData("Bars/Tensor.cs", Good, "declares DayTensor at its top; its name says Tensor alone.")]
    [InlineData("Bars/Day.cs", "namespace FactorGpu.Bars;\n\npublic enum Day\n{\n}\n\ninternal struct Night\n{\n}\n", "declares Day, Night at its top")]
    [InlineData("Bars/Day.cs", "namespace FactorGpu.Bars;\n\npublic enum Day\n{\n}\n\nfile interface INight\n{\n}\n", "declares Day, INight at its top")]
    [InlineData("Bars/Day.cs", "namespace FactorGpu.Bars;\n\npublic delegate void Make(int s);\n", "declares Make at its top")]
    [InlineData("Bars/Day.cs", "namespace FactorGpu.Bars;\n", "declares (none) at its top")]
    public void Check_OfATypeOutOfPlace_SaysWhereItIsAndWhereItBelongs(string path, string text, string expected)
    {
        var source = new SourceFile($"{LayerRule.Library}/{path}", text);

        Assert.Contains(expected, Assert.Single(PlaceRule.Check(source, LayerRule.Library)));
    }
}
