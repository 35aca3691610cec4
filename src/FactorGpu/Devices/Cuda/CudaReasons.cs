using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Devices.Cuda.Native;

namespace FactorGpu.Devices.Cuda;

/// <summary>Why no card is used through CUDA, in words for users.</summary>
internal static class CudaReasons
{
    internal static IEnumerable<string> WithoutDriver(ImmutableArray<string> tried) => tried.Select(attempt => $"tried {attempt}");

    internal static IEnumerable<string> OfInit(CudaStatus status) => [$"cuInit returned {CudaStatusName.Of(status)}{Meaning(status)}"];

    internal static IEnumerable<string> WithoutCompiler(ImmutableArray<string> tried)
        => [
            "the driver is there, but not NVRTC, which compiles for it; without it an NVIDIA card is used through OpenCL. Install it: pip install nvidia-cuda-nvrtc-cu12, or the CUDA toolkit",
            .. tried.Select(attempt => $"tried {attempt}"),
        ];

    private static string Meaning(CudaStatus status) => status switch
    {
        CudaStatus.NoDevice => ": the driver sees no card (CUDA_VISIBLE_DEVICES may hide it)",
        CudaStatus.StubLibrary => ": the library is the toolkit's, to link with, not the driver's",
        CudaStatus.SystemDriverMismatch => ": the driver's library and its kernel module are of different versions; a restart may help",
        _ => "",
    };
}
