using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Runtime.InteropServices;

namespace FactorGpu.Devices.Cuda.Native;

/// <summary>NVRTC, the compiler of CUDA C, as it was found on this machine, or what was tried to find it.</summary>
internal sealed class NvrtcLibrary
{
    // The youngest of the functions in use: CUDA 11.2.
    private const string NewestFunction = "nvrtcGetSupportedArchs";

    private NvrtcLibrary(NvrtcCopy copy, ImmutableArray<string> tried)
    {
        Handle = copy.Handle;
        Version = FormattableString.Invariant($"{copy.Major}.{copy.Minor}");
        Tried = tried;
    }

    /// <summary>The library of this process, searched for once.</summary>
    internal static NvrtcLibrary Installed { get; } = Find(NvrtcPlaces.OfThisMachine().All(), DriverMajor(), Load);

    /// <summary>The loaded library, which stays loaded; 0 where there is none.</summary>
    internal nint Handle { get; }

    /// <summary>Its version: <c>12.6</c>.</summary>
    internal string Version { get; }

    /// <summary>What was tried in vain, and what came of it: "libnvrtc.so.12: not found".</summary>
    internal ImmutableArray<string> Tried { get; }

    /// <summary>Tries places one after the other.</summary>
    /// <param name="places">The best first.</param>
    /// <param name="newestMajor">The CUDA version of the driver: it need not take what a newer compiler makes.</param>
    /// <param name="load">Loads a file.</param>
    internal static NvrtcLibrary Find(ImmutableArray<NvrtcPlace> places, int newestMajor, Func<string, NvrtcCopy> load)
    {
        var tried = new List<string>();
        foreach (NvrtcPlace place in places)
        {
            foreach (string file in place.Files)
            {
                NvrtcCopy copy = load(file);
                if (copy.Handle != 0 && copy.Major <= newestMajor)
                {
                    return new NvrtcLibrary(copy, [.. tried]);
                }

                string reason = copy.Handle == 0 ? copy.Reason : $"is of CUDA {copy.Major}, the driver of CUDA {newestMajor}";
                tried.Add($"{file}: {reason}");
            }

            if (place.Files.IsEmpty)
            {
                tried.Add($"{place.Name}: {place.Absence}");
            }
        }

        return new NvrtcLibrary(default, [.. tried]);
    }

    // Without a driver every version will do: text can be compiled, if not run.
    private static int DriverMajor()
        => CudaLibrary.Installed.Handle != 0 && CudaNative.DriverGetVersion(out int version) == CudaStatus.Success ? version / 1000 : int.MaxValue;

    private static NvrtcCopy Load(string file)
    {
        if (!NativeLibrary.TryLoad(file, typeof(NvrtcLibrary).Assembly, searchPath: null, out nint handle))
        {
            return new NvrtcCopy(0, 0, 0, "not found");
        }

        if (!NativeLibrary.TryGetExport(handle, NewestFunction, out _) || !NativeLibrary.TryGetExport(handle, "nvrtcVersion", out nint version))
        {
            return new NvrtcCopy(0, 0, 0, $"has no function {NewestFunction}, which NVRTC has since CUDA 11.2");
        }

        LoadBuiltins(file);
        (int major, int minor) = VersionOf(version);
        return new NvrtcCopy(handle, major, minor, "");
    }

    // NVRTC opens the library of its built-in functions by its name alone when it compiles, which finds the one that is loaded.
    private static void LoadBuiltins(string file)
    {
        string? folder = Path.IsPathFullyQualified(file) ? Path.GetDirectoryName(file) : null;
        foreach (string builtins in NvrtcFolder.Files(folder, "*nvrtc-builtins*"))
        {
            NativeLibrary.TryLoad(builtins, out _);
        }
    }

    // The import cannot be called yet: it asks for the library that is being searched for.
    private static unsafe (int Major, int Minor) VersionOf(nint function)
    {
        int major, minor;
        return ((delegate* unmanaged[Cdecl]<int*, int*, int>)function)(&major, &minor) == NvrtcNative.Success ? (major, minor) : default;
    }
}
