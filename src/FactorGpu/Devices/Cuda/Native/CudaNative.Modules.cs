using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FactorGpu.Devices.Cuda.Native;

/// <content>Module Management.</content>
internal static partial class CudaNative
{
    /// <summary>Loads a cubin, or PTX that ends with a zero byte and is compiled here.</summary>
    [LibraryImport(Library, EntryPoint = "cuModuleLoadData")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvStdcall)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial CudaStatus ModuleLoadData(out nint module, ReadOnlySpan<byte> image);

    [LibraryImport(Library, EntryPoint = "cuModuleUnload")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvStdcall)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial CudaStatus ModuleUnload(nint module);

    /// <summary>A kernel by its name; it lives as long as its module.</summary>
    [LibraryImport(Library, EntryPoint = "cuModuleGetFunction", StringMarshalling = StringMarshalling.Utf8)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvStdcall)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial CudaStatus ModuleGetFunction(out nint function, SafeHandle module, string name);
}
