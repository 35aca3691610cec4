using System;
using System.IO;

namespace FactorGpu.Devices.Cuda.Native;

/// <summary>Where files lie that can be made again.</summary>
internal static class CacheFolder
{
    /// <summary>The user's folder for compiled kernels; null where the user has no folder at all.</summary>
    internal static string? ForKernels()
#pragma warning disable RS0030 // The place of a cache is the environment's, as that of a library is.
        => ForKernels(
            OperatingSystem.IsWindows() ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData) : Environment.GetEnvironmentVariable("XDG_CACHE_HOME"),
            OperatingSystem.IsWindows() ? "" : Environment.GetFolderPath(Environment.SpecialFolder.UserProfile));
#pragma warning restore RS0030

    /// <summary>The folder for compiled kernels.</summary>
    /// <param name="caches">The folder of all caches; empty, null or not a full path where there is none of that name.</param>
    /// <param name="home">The user's folder, which then holds them.</param>
    internal static string? ForKernels(string? caches, string home)
    {
        string all = Path.IsPathFullyQualified(caches ?? "") ? caches! : home.Length > 0 ? Path.Combine(home, ".cache") : "";
        return all.Length > 0 ? Path.Combine(all, "factorgpu", "kernels") : null;
    }
}
