using System.IO;
using FactorGpu.Devices.Cuda.Native;
using Xunit;

namespace FactorGpu.Tests.Devices.Cuda;

public sealed class CacheFolderTests
{
    private static readonly string s_root = Path.GetFullPath("/");

    [Fact]
    public void ForKernels_WithAFolderOfCaches_LiesThere()
    {
        Assert.Equal(Path.Combine(s_root, "caches", "factorgpu", "kernels"), CacheFolder.ForKernels(Path.Combine(s_root, "caches"), Path.Combine(s_root, "home")));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("relative")]
    public void ForKernels_WithoutAFolderOfCaches_LiesBelowTheUsers(string? caches)
    {
        Assert.Equal(Path.Combine(s_root, "home", ".cache", "factorgpu", "kernels"), CacheFolder.ForKernels(caches, Path.Combine(s_root, "home")));
    }

    [Fact]
    public void ForKernels_WithoutAnyFolder_IsNull()
    {
        Assert.Null(CacheFolder.ForKernels(null, ""));
    }
}
