using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Devices.Cuda;
using FactorGpu.Devices.Cuda.Native;
using FactorGpu.Engines.Gpu;
using Xunit;

namespace FactorGpu.Tests.Devices.Cuda;

public sealed class CudaSearchTests
{
    [Fact]
    public void Search_OfThisMachine_HasADeviceOrAReason()
    {
        GpuSearch search = new CudaDriver().Search();

        Assert.Equal(GpuDeviceKind.Cuda, search.Kind);
        Assert.True(search.Devices.Length + search.Reasons.Length > 0);
    }

    [Fact]
    public void FileNames_OfTheDriver_AreThoseItInstalls()
    {
        Assert.Equal(["libcuda.so.1", "/usr/lib/wsl/lib/libcuda.so.1"], CudaLibrary.FileNames(isWindows: false));
        Assert.Equal(["nvcuda.dll"], CudaLibrary.FileNames(isWindows: true));
    }

    [Fact]
    public void FindDriver_WhereTheSecondNameLoads_TakesIt()
    {
        var library = CudaLibrary.Find(["a", "b", "c"], name => name == "a" ? (0, "not found") : (7, ""));

        Assert.Equal(7, library.Handle);
        Assert.Equal(["a: not found"], library.Tried);
    }

    [Fact]
    public void FindDriver_WhereNoneLoads_SaysWhatWasTried()
    {
        var library = CudaLibrary.Find(["a", "b"], name => (0, name == "a" ? "not found" : "has no function f"));

        Assert.Equal(0, library.Handle);
        Assert.Equal(["tried a: not found", "tried b: has no function f"], CudaReasons.WithoutDriver(library.Tried));
    }

    [Fact]
    public void FindNvrtc_WhereALaterPlaceHasIt_TakesTheFirstThatLoads()
    {
        var library = NvrtcLibrary.Find(Places, newestMajor: 13, file => file == "bad" ? new(0, 0, 0, "not found") : new(5, 12, 6, ""));

        Assert.Equal(5, library.Handle);
        Assert.Equal("12.6", library.Version);
        Assert.Equal(["bad: not found", "empty: no NVRTC there"], library.Tried);
    }

    [Fact]
    public void FindNvrtc_NewerThanTheDriver_GoesOn()
    {
        var library = NvrtcLibrary.Find(Places, newestMajor: 12, file => file == "bad" ? new(4, 13, 0, "") : new(5, 12, 6, ""));

        Assert.Equal(5, library.Handle);
        Assert.Equal("bad: is of CUDA 13, the driver of CUDA 12", library.Tried[0]);
    }

    [Fact]
    public void FindNvrtc_WhereThereIsNone_SaysWhatWasTriedAndWhatToDo()
    {
        var library = NvrtcLibrary.Find(Places, newestMajor: 12, _ => new(0, 0, 0, "not found"));

        Assert.Equal(0, library.Handle);
        string[] reasons = [.. CudaReasons.WithoutCompiler(library.Tried)];
        Assert.Contains("used through OpenCL", reasons[0]);
        Assert.Contains("pip install nvidia-cuda-nvrtc-cu12", reasons[0]);
        Assert.Equal(["tried bad: not found", "tried empty: no NVRTC there", "tried good: not found"], reasons.Skip(1));
    }

    [Fact]
    public void OfInit_WithoutACard_NamesTheStatus()
    {
        Assert.StartsWith("cuInit returned CUDA_ERROR_NO_DEVICE (100): the driver sees no card", Assert.Single(CudaReasons.OfInit(CudaStatus.NoDevice)));
        Assert.Equal("cuInit returned CUDA_ERROR_OPERATING_SYSTEM (304)", Assert.Single(CudaReasons.OfInit(CudaStatus.OperatingSystem)));
    }

    [Theory]
    [InlineData(12040, "12.4")]
    [InlineData(11020, "11.2")]
    [InlineData(13000, "13.0")]
    public void VersionText_OfADriver_IsItsVersion(int version, string text)
    {
        Assert.Equal(text, CudaDeviceSearch.VersionText(version));
    }

    [Fact]
    public void TooOld_OfACardThatTheCompilerHasLeftBehind_SaysSo()
    {
        GpuDeviceInfo card = new()
        {
            Kind = GpuDeviceKind.Cuda,
            Index = 0,
            Name = "GTX 1080",
            Platform = "CUDA 13.0, NVRTC 13.0",
            Driver = "13.0",
            Architecture = "sm_61",
            MemoryBytes = 1,
            LargestBufferBytes = 1,
            LocalBytes = 1,
            LargestGroup = 1,
            HasFp64 = true,
            RoundsSingleCorrectly = true,
        };

        Assert.Equal("", CudaDeviceSearch.TooOld(card, 61, [50, 61]));
        Assert.StartsWith("GTX 1080 is sm_61; CUDA 13.0, NVRTC 13.0 compiles for sm_75, sm_80. ", CudaDeviceSearch.TooOld(card, 61, [75, 80]));
    }

    private static ImmutableArray<NvrtcPlace> Places => [new("first", ["bad"]), new("empty", []), new("second", ["good"])];
}
