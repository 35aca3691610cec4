using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FactorGpu.Devices.OpenCl.Native;

/// <content>OpenCL 1.2, 5.1 Command Queues and 5.13 Flush and Finish</content>
internal static partial class OpenClNative
{
    [LibraryImport(Library, EntryPoint = "clCreateCommandQueue")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvStdcall)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial QueueHandle CreateCommandQueue(ContextHandle context, DeviceId device, QueueProperties properties, out OpenClStatus status);

    [LibraryImport(Library, EntryPoint = "clReleaseCommandQueue")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvStdcall)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial OpenClStatus ReleaseCommandQueue(nint queue);

    [LibraryImport(Library, EntryPoint = "clFlush")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvStdcall)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial OpenClStatus Flush(QueueHandle queue);

    [LibraryImport(Library, EntryPoint = "clFinish")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvStdcall)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial OpenClStatus Finish(QueueHandle queue);
}
