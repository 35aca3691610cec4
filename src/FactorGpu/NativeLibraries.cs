using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using FactorGpu.Arrow.Ipc.Compression.Native;
using FactorGpu.Devices.Cuda.Native;
using FactorGpu.Devices.OpenCl.Native;

namespace FactorGpu;

/// <summary>Tells the runtime which native library is meant by a name in an import. An assembly has one resolver, so it stands above the layers that have imports.</summary>
internal static class NativeLibraries
{
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "It must be set before any layer calls a native function, and no layer may name this one.")]
    internal static void SetResolver() => NativeLibrary.SetDllImportResolver(typeof(NativeLibraries).Assembly, Resolve);

    /// <summary>The handle of a library that has been found, or 0, which leaves the name to the runtime.</summary>
    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? searchPath) => name switch
    {
        ZstdNative.Library => ZstdLibrary.Installed.Handle,
        CudaNative.Library => CudaLibrary.Installed.Handle,
        NvrtcNative.Library => NvrtcLibrary.Installed.Handle,
        OpenClNative.Library => OpenClLibrary.Installed.Handle,
        _ => 0,
    };
}
