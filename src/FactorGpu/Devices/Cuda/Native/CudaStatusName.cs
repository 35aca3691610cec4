using System;
using System.Globalization;
using System.Linq;

namespace FactorGpu.Devices.Cuda.Native;

/// <summary>What cuda.h calls a status.</summary>
internal static class CudaStatusName
{
    /// <summary>The name with its number: <c>CUDA_ERROR_OUT_OF_MEMORY (2)</c>.</summary>
    internal static string Of(CudaStatus status)
        => string.Create(CultureInfo.InvariantCulture, $"{Symbol(status)} ({(int)status})");

    private static string Symbol(CudaStatus status)
        => status == CudaStatus.Success ? "CUDA_SUCCESS"
            : Enum.IsDefined(status) ? $"CUDA_ERROR{string.Concat(status.ToString().Select(Spelled))}"
            : "an error without a name here";

    private static string Spelled(char c) => char.IsUpper(c) ? $"_{c}" : char.ToUpperInvariant(c).ToString();
}
