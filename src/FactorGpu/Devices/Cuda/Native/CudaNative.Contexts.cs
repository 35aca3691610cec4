using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FactorGpu.Devices.Cuda.Native;

/// <content>Primary Context Management and Context Management.</content>
internal static partial class CudaNative
{
    /// <summary>Takes part in the one context that a process shares on a device; <see cref="DevicePrimaryCtxRelease"/> ends it.</summary>
    [LibraryImport(Library, EntryPoint = "cuDevicePrimaryCtxRetain")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvStdcall)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial CudaStatus DevicePrimaryCtxRetain(out nint context, int device);

    [LibraryImport(Library, EntryPoint = "cuDevicePrimaryCtxRelease_v2")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvStdcall)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial CudaStatus DevicePrimaryCtxRelease(int device);

    /// <summary>Makes a context the calling thread's own until <see cref="CtxPopCurrent"/>.</summary>
    [LibraryImport(Library, EntryPoint = "cuCtxPushCurrent_v2")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvStdcall)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial CudaStatus CtxPushCurrent(nint context);

    [LibraryImport(Library, EntryPoint = "cuCtxPopCurrent_v2")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvStdcall)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial CudaStatus CtxPopCurrent(out nint context);
}
