using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace FactorGpu.Tests.Packages;

/// <summary>
/// A folder that looks like a fresh machine: the packages as they are packed from the build under test, in a feed of its own beside the one package
/// they depend on; no other source, and an empty package cache. So nothing is downloaded, and no package of an earlier run is taken for this one.
/// </summary>
public sealed partial class PackageFeed : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Dictionary<string, string> _variables = [];

    /// <summary>Packs the solution and lays out the folder.</summary>
    public PackageFeed()
    {
        Directory.CreateDirectory(Feed);
        string configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        CommandRun.Of(Repository.Root, _variables, CommandRun.Dotnet, "pack", "FactorGpu.sln", "-c", configuration, "--no-build", "-o", Feed);
        CopyDependency("CsvHelper");
        File.WriteAllText(PathOf("nuget.config"), $"<configuration><packageSources><clear /><add key=\"feed\" value=\"{Feed}\" /></packageSources></configuration>");
        Directory.CreateDirectory(PathOf("data"));
        File.Copy(Repository.PathOf("data/sample.csv"), PathOf("data/sample.csv"));

        // NuGet's cache, and where file-based apps are built.
        foreach ((string variable, string name) in (ReadOnlySpan<(string, string)>)[("NUGET_PACKAGES", "cache"), ("XDG_DATA_HOME", "data-home"), ("LOCALAPPDATA", "data-home")])
        {
            _variables[variable] = Directory.CreateDirectory(PathOf(name)).FullName;
        }
    }

    /// <summary>The folder with the packages, where a clone has them too.</summary>
    internal string Feed => PathOf("artifacts/packages");

    /// <summary>The version that was packed.</summary>
    internal string Version => VersionIn().Match(Directory.GetFiles(Feed, "FactorGpu.Cli.*.nupkg").Single()).Groups[1].Value;

    /// <summary>Path of the tool, installed from its package.</summary>
    internal string Tool()
    {
        string folder = PathOf("tools");
        if (!Directory.Exists(folder))
        {
            Run(CommandRun.Dotnet, "tool", "install", "FactorGpu.Cli", "--tool-path", folder, "--source", Feed);
        }

        return Path.Combine(folder, "factorgpu");
    }

    /// <summary>Path of a file or folder of this machine.</summary>
    internal string PathOf(string relative) => Path.GetFullPath(Path.Combine(_folder.Path, relative));

    /// <summary>Writes a file of this machine.</summary>
    internal void Write(string relative, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(relative))!);
        File.WriteAllText(PathOf(relative), text);
    }

    /// <summary>Runs a command in the folder.</summary>
    internal string Run(string command, params string[] args) => CommandRun.Of(_folder.Path, _variables, command, args);

    /// <summary>Runs a command in the folder, with another folder in front of PATH.</summary>
    internal string RunWithPath(string first, string command, params string[] args)
    {
        string path = $"{first}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}";
        return CommandRun.Of(_folder.Path, new Dictionary<string, string>(_variables) { ["PATH"] = path }, command, args);
    }

    /// <summary>Ends the life of the folder.</summary>
    public void Dispose() => _folder.Dispose();

    /// <summary>Copies a package from where restore put it for this build.</summary>
    private void CopyDependency(string id)
    {
        using JsonDocument assets = JsonDocument.Parse(File.ReadAllBytes(Repository.PathOf("src/FactorGpu/obj/project.assets.json")));
        string library = assets.RootElement.GetProperty("libraries").EnumerateObject()
            .Single(property => property.Name.StartsWith($"{id}/", StringComparison.Ordinal)).Value.GetProperty("path").GetString()!;
        string folder = assets.RootElement.GetProperty("packageFolders").EnumerateObject()
            .Select(property => Path.Combine(property.Name, library)).First(Directory.Exists);
        string package = Directory.GetFiles(folder, "*.nupkg").Single();
        File.Copy(package, Path.Combine(Feed, Path.GetFileName(package)));
    }

    [GeneratedRegex(@"FactorGpu\.Cli\.(.+)\.nupkg$")]
    private static partial Regex VersionIn();
}
