using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using FactorGpu.Errors;

namespace FactorGpu.Arrow.Ipc.Compression.Native;

/// <summary>libzstd as it was found on this machine, or what was tried to find it.</summary>
internal sealed class ZstdLibrary
{
    private const string NewestFunction = "ZSTD_getFrameContentSize";

    private readonly string _tried;

    private ZstdLibrary(nint handle, string tried)
    {
        Handle = handle;
        _tried = tried;
    }

    /// <summary>The library of this process, searched for once.</summary>
    internal static ZstdLibrary Installed { get; } = Find(FileNames, Load);

    /// <summary>The loaded library, which stays loaded; 0 where there is none.</summary>
    internal nint Handle { get; }

    private static ImmutableArray<string> FileNames
        => OperatingSystem.IsWindows() ? ["libzstd.dll", "zstd.dll"]
            : OperatingSystem.IsMacOS() ? ["libzstd.1.dylib", "libzstd.dylib", "/opt/homebrew/lib/libzstd.1.dylib"]
            : ["libzstd.so.1", "libzstd.so"];

    /// <summary>Tries file names one after the other.</summary>
    /// <param name="fileNames">The best first.</param>
    /// <param name="load">Gives a handle, or 0 and why not: "not found".</param>
    internal static ZstdLibrary Find(ImmutableArray<string> fileNames, Func<string, (nint Handle, string Reason)> load)
    {
        var tried = new List<string>();
        foreach (string fileName in fileNames)
        {
            (nint handle, string reason) = load(fileName);
            if (handle != 0)
            {
                return new ZstdLibrary(handle, fileName);
            }

            tried.Add($"{fileName}: {reason}");
        }

        return new ZstdLibrary(0, string.Join(", ", tried));
    }

    /// <summary>Refuses to go on without the library.</summary>
    /// <param name="path">The file that is read.</param>
    /// <exception cref="BarFormatException">The library is not there.</exception>
    internal void DemandToRead(string path)
    {
        if (Handle == 0)
        {
            Throw.ZstdMissingToRead(path, _tried);
        }
    }

    /// <summary>Refuses to go on without the library.</summary>
    /// <exception cref="FactorGpuException">The library is not there.</exception>
    internal void DemandToWrite()
    {
        if (Handle == 0)
        {
            Throw.ZstdMissingToWrite(_tried);
        }
    }

    private static (nint Handle, string Reason) Load(string fileName)
    {
        if (!NativeLibrary.TryLoad(fileName, typeof(ZstdLibrary).Assembly, searchPath: null, out nint handle))
        {
            return (0, "not found");
        }

        return NativeLibrary.TryGetExport(handle, NewestFunction, out _) ? (handle, "") : (0, $"has no function {NewestFunction}");
    }
}
