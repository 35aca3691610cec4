using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace FactorGpu.Devices.Cuda.Native;

/// <summary>The library of NVIDIA's driver as it was found on this machine, or what was tried to find it.</summary>
internal sealed class CudaLibrary
{
    // The youngest of the functions in use: CUDA 11.0.
    private const string NewestFunction = "cuDevicePrimaryCtxRelease_v2";

    private CudaLibrary(nint handle, ImmutableArray<string> tried)
    {
        Handle = handle;
        Tried = tried;
    }

    /// <summary>The library of this process, searched for once.</summary>
    internal static CudaLibrary Installed { get; } = Find(FileNames(OperatingSystem.IsWindows()), Load);

    /// <summary>The loaded library, which stays loaded; 0 where there is none.</summary>
    internal nint Handle { get; }

    /// <summary>What was tried in vain, and what came of it: "libcuda.so.1: not found".</summary>
    internal ImmutableArray<string> Tried { get; }

    /// <summary>The best first. In the Windows subsystem for Linux the driver lies where the loader may not look.</summary>
    internal static ImmutableArray<string> FileNames(bool isWindows) => isWindows ? ["nvcuda.dll"] : ["libcuda.so.1", "/usr/lib/wsl/lib/libcuda.so.1"];

    /// <summary>Tries file names one after the other.</summary>
    /// <param name="fileNames">The best first.</param>
    /// <param name="load">Gives a handle, or 0 and why not: "not found".</param>
    internal static CudaLibrary Find(ImmutableArray<string> fileNames, Func<string, (nint Handle, string Reason)> load)
    {
        var tried = new List<string>();
        foreach (string fileName in fileNames)
        {
            (nint handle, string reason) = load(fileName);
            if (handle != 0)
            {
                return new CudaLibrary(handle, [.. tried]);
            }

            tried.Add($"{fileName}: {reason}");
        }

        return new CudaLibrary(0, [.. tried]);
    }

    private static (nint Handle, string Reason) Load(string fileName)
    {
        if (!NativeLibrary.TryLoad(fileName, typeof(CudaLibrary).Assembly, searchPath: null, out nint handle))
        {
            return (0, "not found");
        }

        return NativeLibrary.TryGetExport(handle, NewestFunction, out _)
            ? (handle, "")
            : (0, $"has no function {NewestFunction}, which drivers have since CUDA 11");
    }
}
