using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;

namespace FactorGpu.Devices.Cuda.Native;

/// <summary>Where NVRTC may be on a machine: the loader, CUDA toolkits, and pip's nvidia packages, which CuPy and PyTorch bring along.</summary>
/// <param name="variable">Gives the value of an environment variable.</param>
/// <param name="root">The folder in which /usr lies; not used on Windows.</param>
/// <param name="isWindows">Whether names are those of Windows.</param>
internal sealed class NvrtcPlaces(Func<string, string?> variable, string root, bool isWindows)
{
    private readonly Func<string, string?> _variable = variable;
    private readonly string _root = root;
    private readonly bool _isWindows = isWindows;

    private string Pattern => _isWindows ? "nvrtc64_*_0.dll" : "libnvrtc.so*";

    internal static NvrtcPlaces OfThisMachine()
#pragma warning disable RS0030 // The search of a library is where the environment may be read.
        => new(Environment.GetEnvironmentVariable, "/", OperatingSystem.IsWindows());
#pragma warning restore RS0030

    /// <summary>The places, the best first; in each the newest version first.</summary>
    internal ImmutableArray<NvrtcPlace> All()
        => [Loader(), Toolkit("CUDA_PATH"), Toolkit("CUDA_HOME"), .. _isWindows ? (ReadOnlySpan<NvrtcPlace>)[] : [UsrLocal()], Packages()];

    private NvrtcPlace Loader()
        => new("the loader", _isWindows
            ? ["nvrtc64_130_0.dll", "nvrtc64_120_0.dll", "nvrtc64_112_0.dll"]
            : ["libnvrtc.so.13", "libnvrtc.so.12", "libnvrtc.so.11.2", "libnvrtc.so"]);

    private NvrtcPlace Toolkit(string name)
    {
        string? folder = _variable(name);
        return string.IsNullOrEmpty(folder) ? new NvrtcPlace(name, [], "not set") : new NvrtcPlace($"{name}={folder}", In(ToolkitFolders(folder)));
    }

    private NvrtcPlace UsrLocal()
    {
        string local = Path.Combine(_root, "usr/local");
        return new NvrtcPlace(Path.Combine(local, "cuda*"), In(NvrtcFolder.Folders(local, "cuda*").SelectMany(ToolkitFolders)));
    }

    private IEnumerable<string> ToolkitFolders(string toolkit)
        => (_isWindows ? (string[])["bin/x64", "bin"] : ["lib64", "lib/x64", "lib"]).Select(folder => Path.Combine(toolkit, folder));

    private NvrtcPlace Packages()
    {
        ImmutableArray<string> sites = [.. PythonPrefixes().SelectMany(SitesOf).Concat(UserSites()).Distinct(StringComparer.Ordinal)];
        IEnumerable<string> files = sites.SelectMany(site => NvrtcFolder.Folders(Path.Combine(site, "nvidia"), "*")).SelectMany(PackageFolders).SelectMany(Files);
        return sites.IsEmpty
            ? new NvrtcPlace("pip's nvidia packages", [], "no Python found")
            : new NvrtcPlace($"pip's nvidia packages in {string.Join(", ", sites)}", [.. files.OrderByDescending(NvrtcFolder.SortKey, StringComparer.Ordinal)]);
    }

    private IEnumerable<string> PackageFolders(string package)
        => (_isWindows ? (string[])["bin/x86_64", "bin"] : ["lib"]).Select(folder => Path.Combine(package, folder));

    // The folders above bin, or that of python.exe itself, of the pythons that a user would start, and of the system's.
    private IEnumerable<string> PythonPrefixes()
    {
        IEnumerable<string> named = new[] { _variable("VIRTUAL_ENV"), _variable("CONDA_PREFIX") }.OfType<string>().Where(prefix => prefix.Length > 0);
        IEnumerable<string> inPath = (_variable("PATH") ?? "").Split(_isWindows ? ';' : ':').Where(Path.IsPathFullyQualified).SelectMany(PythonsIn);
        IEnumerable<string> system = _isWindows ? [] : [Path.Combine(_root, "usr/local"), Path.Combine(_root, "usr")];
        return named.Concat(inPath).Concat(system);
    }

    private IEnumerable<string> PythonsIn(string folder)
    {
        if (_isWindows)
        {
            return File.Exists(Path.Combine(folder, "python.exe")) ? [folder] : [];
        }

        return ((string[])["python3", "python"])
            .Select(name => Path.Combine(folder, name)).Where(File.Exists)
            .SelectMany(python => (string[])[python, FinalTarget(python)])
            .Select(python => Path.GetDirectoryName(Path.GetDirectoryName(python))).OfType<string>();
    }

    private static string FinalTarget(string python)
    {
        try
        {
            return File.ResolveLinkTarget(python, returnFinalTarget: true)?.FullName ?? python;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return python;
        }
    }

    private IEnumerable<string> SitesOf(string prefix)
        => _isWindows
            ? ((string[])[Path.Combine(prefix, "Lib/site-packages")]).Where(Directory.Exists)
            : ((string[])["lib", "lib64"]).SelectMany(lib => NvrtcFolder.Folders(Path.Combine(prefix, lib), "python3*"))
                .SelectMany(python => (string[])[Path.Combine(python, "site-packages"), Path.Combine(python, "dist-packages")]).Where(Directory.Exists);

    // What pip install --user has installed.
    private IEnumerable<string> UserSites()
        => _isWindows
            ? (_variable("APPDATA") is { Length: > 0 } data ? NvrtcFolder.Folders(Path.Combine(data, "Python"), "Python3*").Select(python => Path.Combine(python, "site-packages")).Where(Directory.Exists) : [])
            : (_variable("HOME") is { Length: > 0 } home ? SitesOf(Path.Combine(home, ".local")) : []);

    private ImmutableArray<string> In(IEnumerable<string> folders) => [.. folders.SelectMany(Files).Distinct(StringComparer.Ordinal)];

    private IEnumerable<string> Files(string folder) => NvrtcFolder.Files(folder, Pattern);
}
