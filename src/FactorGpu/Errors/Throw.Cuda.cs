using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace FactorGpu.Errors;

/// <content>CUDA devices. A status is a symbolic name with its number, as in "CUDA_ERROR_LAUNCH_FAILED (719)".</content>
internal static partial class Throw
{
    [DoesNotReturn]
    internal static void CudaCall(string call, string status, string device, bool isOutOfMemory)
        => throw new DeviceException(
            $"{call} returned {status} on \"{device}\". {(isOutOfMemory ? "Compute fewer days or stocks at a time, or end what else uses the card." : "See with nvidia-smi whether the card works, and start again, on another engine if it stays so.")}")
        {
            IsOutOfMemory = isOutOfMemory,
        };

    [DoesNotReturn]
    internal static void CudaOutOfMemory(string call, string status, long bytes, string device, long memoryBytes)
        => throw new DeviceException(string.Create(
            CultureInfo.InvariantCulture,
            $"{call} was asked for {bytes} bytes and returned {status} on \"{device}\", which has {memoryBytes} bytes for all that use it. Compute fewer days or stocks at a time, or end what else uses the card."))
        {
            IsOutOfMemory = true,
        };

    [DoesNotReturn]
    internal static void CudaOutOfHostMemory(string call, string status, long bytes, string device)
        => throw new DeviceException(string.Create(
            CultureInfo.InvariantCulture,
            $"{call} was asked for {bytes} bytes of the host's memory, to be pinned for \"{device}\", and returned {status}. Compute fewer days or stocks at a time, or let the process lock more memory."))
        {
            IsOutOfMemory = true,
        };

    [DoesNotReturn]
    internal static void NvrtcCompilation(string status, string device, string options, string log, bool isOutOfMemory)
        => throw new DeviceException(
            $"nvrtcCompileProgram returned {status} for kernels on \"{device}\" (options {options}). This is a fault of FactorGpu or of NVRTC, not of the factors; please report it, and use another engine. The compiler's log:\n{log}")
        {
            IsOutOfMemory = isOutOfMemory,
        };
}
