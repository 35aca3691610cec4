using System.IO;
using Xunit;

namespace FactorGpu.Tests;

public sealed class RepositoryTests
{
    [Fact]
    public void Root_OfThisRun_HoldsTheSolutionAndTheSources()
    {
        string root = Repository.Root;

        Assert.True(File.Exists(Path.Combine(root, "FactorGpu.sln")));
        Assert.True(Directory.Exists(Repository.PathOf("src/FactorGpu")));
    }

    [Fact]
    public void FindRoot_FromAFolderBelow_IsTheNearestOneWithTheSolution()
    {
        using var temp = new TempFolder();
        string below = Directory.CreateDirectory(Path.Combine(temp.Path, "a", "b")).FullName;
        File.WriteAllText(Path.Combine(temp.Path, "FactorGpu.sln"), "");

        string root = Repository.FindRoot(below);

        Assert.Equal(temp.Path, root);
    }

    [Fact]
    public void FindRoot_OutsideACheckout_SaysWhereItLooked()
    {
        using var temp = new TempFolder();

        var error = Assert.Throws<DirectoryNotFoundException>(() => Repository.FindRoot(temp.Path));

        Assert.Contains(temp.Path, error.Message);
        Assert.Contains("FactorGpu.sln", error.Message);
    }
}
