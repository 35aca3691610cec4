using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FactorGpu.Devices.OpenCl.Native;

/// <content>OpenCL 1.2, 5.2 Buffer Objects and 5.4 Querying, Unmapping, Migrating, Retaining and Releasing Memory Objects</content>
internal static partial class OpenClNative
{
    [LibraryImport(Library, EntryPoint = "clCreateBuffer")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvStdcall)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial BufferHandle CreateBuffer(ContextHandle context, MemoryFlags flags, nuint bytes, nint hostMemory, out OpenClStatus status);

    [LibraryImport(Library, EntryPoint = "clReleaseMemObject")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvStdcall)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial OpenClStatus ReleaseMemObject(nint buffer);

    [LibraryImport(Library, EntryPoint = "clEnqueueWriteBuffer")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvStdcall)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial OpenClStatus EnqueueWriteBuffer(QueueHandle queue, BufferHandle buffer, uint isBlocking, nuint offset, nuint bytes, nint source, uint waitCount, nint waitFor, out EventHandle operation);

    [LibraryImport(Library, EntryPoint = "clEnqueueReadBuffer")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvStdcall)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial OpenClStatus EnqueueReadBuffer(QueueHandle queue, BufferHandle buffer, uint isBlocking, nuint offset, nuint bytes, nint target, uint waitCount, nint waitFor, out EventHandle operation);

    [LibraryImport(Library, EntryPoint = "clEnqueueCopyBuffer")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvStdcall)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial OpenClStatus EnqueueCopyBuffer(QueueHandle queue, BufferHandle source, BufferHandle target, nuint sourceOffset, nuint targetOffset, nuint bytes, uint waitCount, nint waitFor, out EventHandle operation);

    [LibraryImport(Library, EntryPoint = "clEnqueueMapBuffer")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvStdcall)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial nint EnqueueMapBuffer(QueueHandle queue, BufferHandle buffer, uint isBlocking, MapFlags flags, nuint offset, nuint bytes, uint waitCount, nint waitFor, nint operation, out OpenClStatus status);

    [LibraryImport(Library, EntryPoint = "clEnqueueUnmapMemObject")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvStdcall)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial OpenClStatus EnqueueUnmapMemObject(nint queue, nint buffer, nint mapped, uint waitCount, nint waitFor, nint operation);
}
