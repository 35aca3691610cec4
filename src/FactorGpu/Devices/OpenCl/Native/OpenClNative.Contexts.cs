using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FactorGpu.Devices.OpenCl.Native;

/// <content>OpenCL 1.2, 4.4 Contexts</content>
internal static partial class OpenClNative
{
    /// <summary>Makes a context of one device.</summary>
    internal static ContextHandle CreateContext(PlatformId platform, DeviceId device, out OpenClStatus status)
    {
        const nint Platform = 0x1084;
        return CreateContext([Platform, platform.Value, 0], 1, [device], 0, 0, out status);
    }

    [LibraryImport(Library, EntryPoint = "clReleaseContext")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvStdcall)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial OpenClStatus ReleaseContext(nint context);

    [LibraryImport(Library, EntryPoint = "clCreateContext")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvStdcall)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial ContextHandle CreateContext(ReadOnlySpan<nint> properties, uint deviceCount, ReadOnlySpan<DeviceId> devices, nint notify, nint userData, out OpenClStatus status);
}
