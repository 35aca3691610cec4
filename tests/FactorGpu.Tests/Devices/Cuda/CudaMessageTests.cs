using FactorGpu.Errors;
using Xunit;

namespace FactorGpu.Tests.Devices.Cuda;

public sealed class CudaMessageTests
{
    [Fact]
    public void CudaCall_OfAFailure_NamesCallCodeAndDevice()
    {
        var error = Assert.Throws<DeviceException>(() => Throw.CudaCall("cuEventSynchronize after cuLaunchKernel for k", "CUDA_ERROR_ILLEGAL_ADDRESS (700)", "H200", isOutOfMemory: false));

        Assert.StartsWith("cuEventSynchronize after cuLaunchKernel for k returned CUDA_ERROR_ILLEGAL_ADDRESS (700) on \"H200\". ", error.Message);
        Assert.Contains("nvidia-smi", error.Message);
        Assert.False(error.IsOutOfMemory);
    }

    [Fact]
    public void CudaCall_OfTooLittleMemory_SaysSo()
    {
        var error = Assert.Throws<DeviceException>(() => Throw.CudaCall("cuModuleLoadData", "CUDA_ERROR_OUT_OF_MEMORY (2)", "H200", isOutOfMemory: true));

        Assert.Contains("fewer days or stocks", error.Message);
        Assert.True(error.IsOutOfMemory);
    }

    [Fact]
    public void CudaOutOfMemory_OfABuffer_NamesBothSizes()
    {
        var error = Assert.Throws<DeviceException>(() => Throw.CudaOutOfMemory("cuMemAlloc_v2", "CUDA_ERROR_OUT_OF_MEMORY (2)", 1234567, "H200", 7654321));

        Assert.Contains("cuMemAlloc_v2 was asked for 1234567 bytes and returned CUDA_ERROR_OUT_OF_MEMORY (2) on \"H200\", which has 7654321 bytes", error.Message);
        Assert.True(error.IsOutOfMemory);
    }

    [Fact]
    public void CudaOutOfHostMemory_OfPinnedMemory_SaysWhose()
    {
        var error = Assert.Throws<DeviceException>(() => Throw.CudaOutOfHostMemory("cuMemHostAlloc", "CUDA_ERROR_OUT_OF_MEMORY (2)", 1234567, "H200"));

        Assert.Contains("cuMemHostAlloc was asked for 1234567 bytes of the host's memory, to be pinned for \"H200\"", error.Message);
        Assert.True(error.IsOutOfMemory);
    }

    [Fact]
    public void NvrtcCompilation_OfAFailure_HoldsTheWholeLog()
    {
        var error = Assert.Throws<DeviceException>(() => Throw.NvrtcCompilation("NVRTC_ERROR_COMPILATION (6)", "H200", "--fmad=false", "kernels.cu(1): error: a\nkernels.cu(2): error: b", isOutOfMemory: false));

        Assert.StartsWith("nvrtcCompileProgram returned NVRTC_ERROR_COMPILATION (6) for kernels on \"H200\" (options --fmad=false). ", error.Message);
        Assert.EndsWith("The compiler's log:\nkernels.cu(1): error: a\nkernels.cu(2): error: b", error.Message);
        Assert.False(error.IsOutOfMemory);
    }
}
