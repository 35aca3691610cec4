using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FactorGpu.Devices.Cuda.Native;

/// <content>Event Management.</content>
internal static partial class CudaNative
{
    [LibraryImport(Library, EntryPoint = "cuEventCreate")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvStdcall)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial CudaStatus EventCreate(out nint created, uint flags);

    [LibraryImport(Library, EntryPoint = "cuEventDestroy_v2")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvStdcall)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial CudaStatus EventDestroy(nint destroyed);

    [LibraryImport(Library, EntryPoint = "cuEventRecord")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvStdcall)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial CudaStatus EventRecord(SafeHandle recorded, SafeHandle stream);

    [LibraryImport(Library, EntryPoint = "cuEventSynchronize")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvStdcall)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial CudaStatus EventSynchronize(SafeHandle waitFor);

    /// <summary>The time between two events that have both happened, with a resolution of about 0.5 microseconds.</summary>
    [LibraryImport(Library, EntryPoint = "cuEventElapsedTime")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvStdcall)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial CudaStatus EventElapsedTime(out float milliseconds, SafeHandle start, SafeHandle end);
}
