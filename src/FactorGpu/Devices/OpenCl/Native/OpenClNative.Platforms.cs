using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FactorGpu.Devices.OpenCl.Native;

/// <content>OpenCL 1.2, 4.1 Querying Platform Info</content>
internal static partial class OpenClNative
{
    [LibraryImport(Library, EntryPoint = "clGetPlatformIDs")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvStdcall)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial OpenClStatus GetPlatformIds(uint room, Span<PlatformId> platforms, out uint count);

    [LibraryImport(Library, EntryPoint = "clGetPlatformInfo")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvStdcall)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial OpenClStatus GetPlatformInfo(PlatformId platform, PlatformQuery query, nuint room, Span<byte> value, out nuint bytes);
}
