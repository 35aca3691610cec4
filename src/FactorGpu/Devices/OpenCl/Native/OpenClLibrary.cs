using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace FactorGpu.Devices.OpenCl.Native;

/// <summary>The loader of OpenCL as it was found on this machine, or what was tried to find it.</summary>
internal sealed class OpenClLibrary
{
    private const string NewestFunction = "clEnqueueBarrierWithWaitList";

    private OpenClLibrary(nint handle, string fileName, ImmutableArray<string> reasons)
    {
        Handle = handle;
        FileName = fileName;
        Reasons = reasons;
    }

    /// <summary>The library of this process, searched for once.</summary>
    internal static OpenClLibrary Installed { get; } = Find(FileNames, Load);

    /// <summary>The loaded library, which stays loaded; 0 where there is none.</summary>
    internal nint Handle { get; }

    /// <summary>The name under which it was found; empty where there is none.</summary>
    internal string FileName { get; }

    /// <summary>What was tried in vain, such as "tried libOpenCL.so.1: not found"; empty where the library was found.</summary>
    internal ImmutableArray<string> Reasons { get; }

    private static ImmutableArray<string> FileNames
        => OperatingSystem.IsWindows() ? ["OpenCL.dll"]
            : OperatingSystem.IsMacOS() ? ["/System/Library/Frameworks/OpenCL.framework/OpenCL"]
            : ["libOpenCL.so.1", "libOpenCL.so"];

    /// <summary>Tries file names one after the other.</summary>
    /// <param name="fileNames">The best first.</param>
    /// <param name="load">Gives a handle, or 0 and why not: "not found".</param>
    internal static OpenClLibrary Find(ImmutableArray<string> fileNames, Func<string, (nint Handle, string Reason)> load)
    {
        var reasons = new List<string>();
        foreach (string fileName in fileNames)
        {
            (nint handle, string reason) = load(fileName);
            if (handle != 0)
            {
                return new OpenClLibrary(handle, fileName, []);
            }

            reasons.Add($"tried {fileName}: {reason}");
        }

        return new OpenClLibrary(0, "", [.. reasons]);
    }

    /// <summary>Loads a library and looks for the newest function that is used.</summary>
    internal static (nint Handle, string Reason) Load(string fileName)
    {
        if (!NativeLibrary.TryLoad(fileName, typeof(OpenClLibrary).Assembly, searchPath: null, out nint handle))
        {
            return (0, "not found");
        }

        return NativeLibrary.TryGetExport(handle, NewestFunction, out _) ? (handle, "") : (0, $"has no function {NewestFunction}, which came with OpenCL 1.2");
    }
}
