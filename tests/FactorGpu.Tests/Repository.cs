using System;
using System.IO;

namespace FactorGpu.Tests;

/// <summary>The checkout these tests were built in: sources and data files are read from there, not from the build output.</summary>
internal static class Repository
{
    private const string Marker = "FactorGpu.sln";

    /// <summary>Folder that holds FactorGpu.sln.</summary>
    internal static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    /// <summary>Full path of a file or folder of the checkout.</summary>
    /// <param name="relative">From the root, with forward slashes.</param>
    internal static string PathOf(string relative) => Path.GetFullPath(Path.Combine(Root, relative));

    /// <summary>The nearest folder at or above <paramref name="start"/> that holds FactorGpu.sln.</summary>
    internal static string FindRoot(string start)
    {
        for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Marker)))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"The tests looked for {Marker} in {start} and above it, and found none. Run them from inside a checkout.");
    }
}
