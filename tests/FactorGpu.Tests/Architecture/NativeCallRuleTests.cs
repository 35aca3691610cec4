using System.Linq;
using Xunit;

namespace FactorGpu.Tests.Architecture;

public sealed class NativeCallRuleTests
{
    [Fact]
    public void Sources_OfThisCheckout_DeclareNativeFunctionsInNativeFolders()
    {
        var sources = SourceFile.In("src");

        Assert.NotEmpty(sources);
        RuleAssert.IsKept(sources.SelectMany(NativeCallRule.Check));
    }

    [Theory]
    [InlineData("[DllImport(\"OpenCL\")]")]
    [InlineData("[LibraryImport(Library, EntryPoint = \"clFinish\")]")]
    [InlineData("[System.Runtime.InteropServices.DllImportAttribute(\"OpenCL\")]")]
    [InlineData("[SuppressGCTransition, LibraryImport(Library)]")]
    public void Check_OfADeclarationElsewhere_IsBroken(string line)
    {
        var source = new SourceFile("src/FactorGpu/Devices/OpenCl/OpenClNative.cs", line);

        Assert.Contains(source.Path, Assert.Single(NativeCallRule.Check(source)));
    }

    [Theory]
    [InlineData("src/FactorGpu/Devices/OpenCl/Native/Calls.cs", "[LibraryImport(Library)]")]
    [InlineData("src/FactorGpu/Arrow/Native/Zstd.cs", "[DllImport(\"zstd\")]")]
    [InlineData("src/FactorGpu/Devices/OpenCl/Probe.cs", "// LibraryImport lives in Native; DllImportSearchPath.SafeDirectories")]
    public void Check_OfADeclarationInANativeFolderOrAMereWord_IsClean(string path, string line)
    {
        var source = new SourceFile(path, line);

        Assert.Empty(NativeCallRule.Check(source));
    }
}
