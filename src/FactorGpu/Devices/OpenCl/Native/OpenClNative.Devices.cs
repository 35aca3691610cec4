using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FactorGpu.Devices.OpenCl.Native;

/// <content>OpenCL 1.2, 4.2 Querying Devices</content>
internal static partial class OpenClNative
{
    [LibraryImport(Library, EntryPoint = "clGetDeviceIDs")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvStdcall)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial OpenClStatus GetDeviceIds(PlatformId platform, DeviceTypes types, uint room, Span<DeviceId> devices, out uint count);

    [LibraryImport(Library, EntryPoint = "clGetDeviceInfo")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvStdcall)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial OpenClStatus GetDeviceInfo(DeviceId device, DeviceQuery query, nuint room, Span<byte> value, out nuint bytes);
}
