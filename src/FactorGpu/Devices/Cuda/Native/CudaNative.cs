using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FactorGpu.Devices.Cuda.Native;

/// <summary>The functions of the CUDA driver API that are used, one file per chapter of its manual. All are there since CUDA 11.</summary>
/// <remarks>Where <see cref="CudaLibrary"/> has not found the library, none may be called. Handles go in and out as plain numbers; the <c>Handle</c> types of this folder own them.</remarks>
internal static partial class CudaNative
{
    /// <summary>The library's name in the imports, which <see cref="CudaLibrary"/> resolves.</summary>
    internal const string Library = "cuda";

    // Initialization.

    /// <summary>Starts the driver; the first call of a process. May be called again.</summary>
    [LibraryImport(Library, EntryPoint = "cuInit")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvStdcall)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial CudaStatus Init(uint flags);

    // Version Management.

    /// <summary>The newest CUDA version that the driver knows, as 1000 * major + 10 * minor; needs no <see cref="Init"/>.</summary>
    [LibraryImport(Library, EntryPoint = "cuDriverGetVersion")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvStdcall)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial CudaStatus DriverGetVersion(out int version);
}
