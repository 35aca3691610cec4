using System.Linq;
using System.Runtime.CompilerServices;
using FactorGpu.Bars;
using Xunit;

namespace FactorGpu.Tests.Architecture;

public sealed class LayerRuleTests
{
    [Fact]
    public void Library_OfThisCheckout_KeepsTheLayers()
    {
        var sources = SourceFile.In(LayerRule.Library);

        Assert.NotEmpty(sources);
        RuleAssert.IsKept(sources.SelectMany(LayerRule.Check));
    }

    [Fact]
    public void Tool_OfThisCheckout_TalksToTheFacade()
    {
        var sources = SourceFile.In(LayerRule.Tool);

        Assert.NotEmpty(sources);
        RuleAssert.IsKept(sources.SelectMany(LayerRule.CheckTool));
    }

    [Fact]
    public void Internals_OfTheLibrary_AreNotGrantedToTheTool()
    {
        var friends = typeof(DayTensor).Assembly.GetCustomAttributes(typeof(InternalsVisibleToAttribute), inherit: false)
            .Cast<InternalsVisibleToAttribute>()
            .Select(a => a.AssemblyName);

        RuleAssert.IsKept(FriendRule.Check(friends));
    }

    [Theory]
    [InlineData("FactorGpu.Cli")]
    [InlineData("factorgpu, PublicKey=00")]
    public void FriendRule_OfTheTool_IsBroken(string friend)
    {
        var broken = FriendRule.Check(["FactorGpu.Tests", friend]);

        Assert.Contains(friend, Assert.Single(broken));
    }

    [Theory]
    [InlineData("Bars/Up.cs", "using FactorGpu.Expressions;", "Expressions")]
    [InlineData("Bars/Up.cs", "using static FactorGpu.Expressions.Series;", "Expressions")]
    [InlineData("Bars/Up.cs", "using S = FactorGpu.Expressions.Series;", "Expressions")]
    [InlineData("Bars/Up.cs", "    private FactorGpu.Engines.Cpu.CpuEngine _engine;", "Engines/Cpu")]
    [InlineData("Bars/Up.cs", "    private global::FactorGpu.Engines.IFactorEngine _engine;", "Engines")]
    [InlineData("Bars/Up.cs", "/// <summary>See <see cref=\"FactorGpu.Factors.Catalogue\"/>.</summary>", "Factors")]
    [InlineData("Bars/Up.cs", "/// <summary>See <see cref=\"Engines.Cpu.CpuEngine\"/>.</summary>", "Engines/Cpu")]
    [InlineData("Bars/Up.cs", "using FactorGpu;", "the root namespace")]
    [InlineData("Bars/Up.cs", "    private FactorGpu.FactorRunner _facade;", "the root namespace")]
    [InlineData("Bars/Up.cs", "// see FactorGpu.Cli", "the root namespace")]
    [InlineData("Errors/Up.cs", "using FactorGpu.Bars;", "Bars")]
    [InlineData("Expressions/Up.cs", "using FactorGpu.Factors;", "Factors")]
    [InlineData("Factors/Up.cs", "using FactorGpu.Compilation;", "Compilation")]
    [InlineData("Compilation/Up.cs", "using FactorGpu.Factors;", "Factors")]
    [InlineData("Engines/Up.cs", "using FactorGpu.Engines.Cpu;", "Engines/Cpu")]
    [InlineData("Engines/Cpu/Up.cs", "using FactorGpu.Engines.Reference;", "Engines/Reference")]
    [InlineData("Engines/Gpu/Up.cs", "using FactorGpu.Devices.Cuda;", "Devices/Cuda")]
    [InlineData("Devices/Cuda/Native/Up.cs", "using FactorGpu.Devices.OpenCl;", "Devices/OpenCl")]
    [InlineData("Devices/OpenCl/Up.cs", "using FactorGpu.Bars;", "Bars")]
    [InlineData("Arrow/Up.cs", "using FactorGpu.Results;", "Results")]
    [InlineData("Results/Up.cs", "using FactorGpu.Compilation;", "Compilation")]
    [InlineData("Verification/Up.cs", "using FactorGpu;", "the root namespace")]
    public void Check_OfASourceThatNamesALayerAbove_SaysWhichOne(string path, string line, string layer)
    {
        var source = new SourceFile($"{LayerRule.Library}/{path}", $"using System;\n{line}\n");

        string broken = Assert.Single(LayerRule.Check(source));

        Assert.StartsWith($"{source.Path} names ", broken, System.StringComparison.Ordinal);
        Assert.EndsWith($"may not name {layer}.", broken, System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Bars/Down.cs", "using FactorGpu.Errors; // and FactorGpu.Bars itself")]
    [InlineData("Factors/Price/Down.cs", "using FactorGpu.Expressions;")]
    [InlineData("Engines/Cpu/Down.cs", "using FactorGpu.Compilation;")]
    [InlineData("Devices/OpenCl/Native/Down.cs", "using FactorGpu.Engines.Gpu;")]
    [InlineData("Results/Down.cs", "using FactorGpu.Arrow;")]
    [InlineData("Verification/Down.cs", "using FactorGpu.Engines.Cpu;")]
    [InlineData("Facade.cs", "using FactorGpu.Devices.Cuda;")]
    [InlineData("Bars/Down.cs", "// FactorGpu.sln, FactorGpuException and <see cref=\"BarFields.All\"/> are no layers")]
    public void Check_OfASourceThatNamesLayersBelow_IsClean(string path, string line)
    {
        var source = new SourceFile($"{LayerRule.Library}/{path}", $"{line}\n");

        Assert.Empty(LayerRule.Check(source));
    }

    [Theory]
    [InlineData("Utils")]
    [InlineData("Engines/Fpga")]
    [InlineData("Devices")]
    [InlineData("Devices/Metal")]
    public void Check_OfAFolderThatIsNotInTheTable_NamesIt(string folder)
    {
        var source = new SourceFile($"{LayerRule.Library}/{folder}/New.cs", "");

        Assert.Contains($"the folder {folder}, which is no layer", Assert.Single(LayerRule.Check(source)));
    }

    [Theory]
    [InlineData("using FactorGpu.Engines;")]
    [InlineData("using FactorGpu.Engines.Cpu;")]
    [InlineData("using FactorGpu.Devices.OpenCl;")]
    public void CheckTool_OfASourceThatReachesBehindTheFacade_IsBroken(string line)
    {
        var source = new SourceFile($"{LayerRule.Tool}/Reach.cs", line);

        Assert.Single(LayerRule.CheckTool(source));
    }

    [Fact]
    public void CheckTool_OfASourceThatNamesWhatItMay_IsClean()
    {
        var source = new SourceFile(
            $"{LayerRule.Tool}/Command.cs",
            """
            using FactorGpu;
            using FactorGpu.Arrow;
            using FactorGpu.Compilation;
            using FactorGpu.Errors;
            using FactorGpu.Expressions;
            using FactorGpu.Factors;
            using FactorGpu.Results;
            using FactorGpu.Verification;

            namespace FactorGpu.Cli.Commands;
            """);

        Assert.Empty(LayerRule.CheckTool(source));
    }
}
