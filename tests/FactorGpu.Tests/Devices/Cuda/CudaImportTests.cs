using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using FactorGpu.Devices.Cuda.Native;
using FactorGpu.Tests.Architecture;
using Xunit;

namespace FactorGpu.Tests.Devices.Cuda;

/// <summary>The imports as the manuals of the driver API and of NVRTC have the functions: name, and types in order. A SafeHandle stands for the handle it holds, nint for a pointer, a handle or a CUdeviceptr.</summary>
public sealed partial class CudaImportTests
{
    private static readonly string[] s_functions =
    [
        "CudaStatus cuInit(uint)", // CUresult cuInit(unsigned int Flags)
        "CudaStatus cuDriverGetVersion(out int)", // (int* driverVersion)
        "CudaStatus cuDeviceGetCount(out int)", // (int* count)
        "CudaStatus cuDeviceGet(out int, int)", // (CUdevice* device, int ordinal)
        "CudaStatus cuDeviceGetName(Span<byte>, int, int)", // (char* name, int len, CUdevice dev)
        "CudaStatus cuDeviceTotalMem_v2(out nuint, int)", // (size_t* bytes, CUdevice dev)
        "CudaStatus cuDeviceGetAttribute(out int, CudaDeviceAttribute, int)", // (int* pi, CUdevice_attribute attrib, CUdevice dev)
        "CudaStatus cuDevicePrimaryCtxRetain(out nint, int)", // (CUcontext* pctx, CUdevice dev)
        "CudaStatus cuDevicePrimaryCtxRelease_v2(int)", // (CUdevice dev)
        "CudaStatus cuCtxPushCurrent_v2(nint)", // (CUcontext ctx)
        "CudaStatus cuCtxPopCurrent_v2(out nint)", // (CUcontext* pctx)
        "CudaStatus cuModuleLoadData(out nint, ReadOnlySpan<byte>)", // (CUmodule* module, const void* image)
        "CudaStatus cuModuleUnload(nint)", // (CUmodule hmod)
        "CudaStatus cuModuleGetFunction(out nint, SafeHandle, string)", // (CUfunction* hfunc, CUmodule hmod, const char* name)
        "CudaStatus cuMemAlloc_v2(out nint, nuint)", // (CUdeviceptr* dptr, size_t bytesize)
        "CudaStatus cuMemFree_v2(nint)", // (CUdeviceptr dptr)
        "CudaStatus cuMemHostAlloc(out nint, nuint, uint)", // (void** pp, size_t bytesize, unsigned int Flags)
        "CudaStatus cuMemFreeHost(nint)", // (void* p)
        "CudaStatus cuMemcpyHtoDAsync_v2(nint, nint, nuint, SafeHandle)", // (CUdeviceptr dstDevice, const void* srcHost, size_t ByteCount, CUstream hStream)
        "CudaStatus cuMemcpyDtoHAsync_v2(nint, nint, nuint, SafeHandle)", // (void* dstHost, CUdeviceptr srcDevice, size_t ByteCount, CUstream hStream)
        "CudaStatus cuMemcpyDtoDAsync_v2(nint, nint, nuint, SafeHandle)", // (CUdeviceptr dstDevice, CUdeviceptr srcDevice, size_t ByteCount, CUstream hStream)
        "CudaStatus cuStreamCreate(out nint, uint)", // (CUstream* phStream, unsigned int Flags)
        "CudaStatus cuStreamDestroy_v2(nint)", // (CUstream hStream)
        "CudaStatus cuStreamSynchronize(SafeHandle)", // (CUstream hStream)
        "CudaStatus cuStreamWaitEvent(SafeHandle, SafeHandle, uint)", // (CUstream hStream, CUevent hEvent, unsigned int Flags)
        "CudaStatus cuEventCreate(out nint, uint)", // (CUevent* phEvent, unsigned int Flags)
        "CudaStatus cuEventDestroy_v2(nint)", // (CUevent hEvent)
        "CudaStatus cuEventRecord(SafeHandle, SafeHandle)", // (CUevent hEvent, CUstream hStream)
        "CudaStatus cuEventSynchronize(SafeHandle)", // (CUevent hEvent)
        "CudaStatus cuEventElapsedTime(out float, SafeHandle, SafeHandle)", // (float* pMilliseconds, CUevent hStart, CUevent hEnd)
        "CudaStatus cuFuncGetAttribute(out int, int, nint)", // (int* pi, CUfunction_attribute attrib, CUfunction hfunc)

        // (CUfunction f, unsigned int gridDimX, gridDimY, gridDimZ, blockDimX, blockDimY, blockDimZ, sharedMemBytes, CUstream hStream, void** kernelParams, void** extra)
        "CudaStatus cuLaunchKernel(nint, uint, uint, uint, uint, uint, uint, uint, SafeHandle, nint, nint)",
        "int nvrtcVersion(out int, out int)", // nvrtcResult nvrtcVersion(int* major, int* minor)
        "int nvrtcGetNumSupportedArchs(out int)", // (int* numArchs)
        "int nvrtcGetSupportedArchs(Span<int>)", // (int* supportedArchs)
        "int nvrtcCreateProgram(out nint, string, string, int, nint, nint)", // (nvrtcProgram* prog, const char* src, const char* name, int numHeaders, const char* const* headers, const char* const* includeNames)
        "int nvrtcDestroyProgram(ref nint)", // (nvrtcProgram* prog)
        "int nvrtcCompileProgram(SafeHandle, int, string[])", // (nvrtcProgram prog, int numOptions, const char* const* options)
        "int nvrtcGetProgramLogSize(SafeHandle, out nuint)", // (nvrtcProgram prog, size_t* logSizeRet)
        "int nvrtcGetProgramLog(SafeHandle, Span<byte>)", // (nvrtcProgram prog, char* log)
        "int nvrtcGetCUBINSize(SafeHandle, out nuint)", // (nvrtcProgram prog, size_t* cubinSizeRet)
        "int nvrtcGetCUBIN(SafeHandle, Span<byte>)", // (nvrtcProgram prog, char* cubin)
        "int nvrtcGetPTXSize(SafeHandle, out nuint)", // (nvrtcProgram prog, size_t* ptxSizeRet)
        "int nvrtcGetPTX(SafeHandle, Span<byte>)", // (nvrtcProgram prog, char* ptx)
        "nint nvrtcGetErrorString(int)", // const char* nvrtcGetErrorString(nvrtcResult result)
    ];

    [Fact]
    public void Imports_OfTheSources_AreThoseOfTheManuals()
    {
        IEnumerable<string> imports = SourceFile.In($"{LayerRule.Library}/Devices/Cuda/Native").SelectMany(source => Import().Matches(source.Text)).Select(Signature);

        Assert.Equal(s_functions.Order(StringComparer.Ordinal), imports.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Imports_OfTheDriver_AreInTheInstalledOne()
    {
        Assert.SkipWhen(CudaLibrary.Installed.Handle == 0, "There is no CUDA driver on this machine; run this test on one with an NVIDIA card.");

        Assert.All(Names("cu"), name => NativeLibrary.GetExport(CudaLibrary.Installed.Handle, name));
    }

    [Fact]
    public void Imports_OfNvrtc_AreInTheInstalledOne()
    {
        Assert.SkipWhen(NvrtcLibrary.Installed.Handle == 0, "There is no NVRTC on this machine; install it: pip install nvidia-cuda-nvrtc-cu12.");

        Assert.All(Names("nvrtc"), name => NativeLibrary.GetExport(NvrtcLibrary.Installed.Handle, name));
    }

    private static IEnumerable<string> Names(string prefix)
        => s_functions.Select(function => Name().Match(function).Value).Where(name => name.StartsWith(prefix, StringComparison.Ordinal));

    private static string Signature(Match import)
    {
        IEnumerable<string> types = import.Groups["parameters"].Value.Split(", ").Select(parameter => parameter.Trim()[..parameter.Trim().LastIndexOf(' ')]);
        return $"{import.Groups["result"].Value} {import.Groups["entry"].Value}({string.Join(", ", types)})";
    }

    [GeneratedRegex(@"LibraryImport\(Library, EntryPoint = ""(?<entry>\w+)""[^\]]*\].*?static partial (?<result>\w+) \w+\((?<parameters>[^)]*)\);", RegexOptions.Singleline)]
    private static partial Regex Import();

    [GeneratedRegex(@"\w+(?=\()")]
    private static partial Regex Name();
}
