using System;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using FactorGpu.Arrow.Ipc.Compression.Native;
using FactorGpu.Devices.OpenCl;
using FactorGpu.Engines.Gpu;
using FactorGpu.Errors;
using Xunit;

namespace FactorGpu.Tests;

/// <summary>What a test needs beyond the checkout. Missing, the test skips with the reason; demanded by FACTORGPU_REQUIRE and missing, it fails.</summary>
internal static class Requirement
{
    /// <summary>Names the demanded tokens, comma separated.</summary>
    internal const string Variable = "FACTORGPU_REQUIRE";

    internal const string SharedToken = "shared";
    internal const string CodecsToken = "codecs";
    internal const string NpmToken = "npm";
    internal const string NotebookToken = "notebook";
    internal const string ClangToken = "clang";
    internal const string OpenClToken = "opencl";

    private static readonly Lazy<FrozenSet<string>> s_demanded =
        new(() => Parse(Environment.GetEnvironmentVariable(Variable)), LazyThreadSafetyMode.ExecutionAndPublication);

    /// <summary>Every token that FACTORGPU_REQUIRE may name.</summary>
    internal static ImmutableArray<string> KnownTokens { get; } = [SharedToken, CodecsToken, NpmToken, NotebookToken, ClangToken, OpenClToken];

    /// <summary>The tokens that this run demands.</summary>
    /// <exception cref="ArgumentException">FACTORGPU_REQUIRE names an unknown token.</exception>
    internal static FrozenSet<string> Demanded => s_demanded.Value;

    /// <summary>Path of the folder <c>shared</c> beside the checkout; skips the calling test where it is missing.</summary>
    internal static string Shared()
    {
        string path = Repository.PathOf("../shared");
        if (!Directory.Exists(path))
        {
            Missing(SharedToken, $"There is no folder {path}; put the shared folder beside the checkout.", Demanded);
        }

        return path;
    }

    /// <summary>Path of the folder <c>tests/peers</c> with its packages; skips the calling test where they or node are missing.</summary>
    internal static string Peers()
    {
        string path = Repository.PathOf("tests/peers");
        if (!Directory.Exists(Path.Combine(path, "node_modules", "apache-arrow")))
        {
            Missing(NpmToken, $"There are no packages in {path}; install them: npm ci --prefix tests/peers.", Demanded);
        }

        if (InPath("node") is null)
        {
            Missing(NpmToken, "There is no node in PATH; install Node.js 20 or later.", Demanded);
        }

        return path;
    }

    /// <summary>Path of DuckDB's library among the packages of <c>tests/peers</c>; skips the calling test where it is missing.</summary>
    internal static string DuckDb()
    {
        string path = Repository.PathOf("tests/peers/node_modules/@duckdb/node-bindings-linux-x64/libduckdb.so");
        if (!File.Exists(path))
        {
            Missing(NpmToken, $"There is no {path}; install it on Linux x64: npm ci --prefix tests/peers.", Demanded);
        }

        return path;
    }

    /// <summary>Path of jupyter-nbconvert; skips the calling test where it is missing, or a module beside it that the notebooks need.</summary>
    internal static string Notebook()
    {
        const string Install = "on Debian: apt-get install jupyter-nbconvert python3-ipykernel python3-pandas python3-matplotlib.";
        string? path = InPath("jupyter-nbconvert");
        if (path is null)
        {
            Missing(NotebookToken, $"There is no jupyter-nbconvert in PATH; {Install}", Demanded);
        }

        string python = Path.Combine(Path.GetDirectoryName(path)!, "python3");
        if (!File.Exists(python) || !Runs(python, "-c", "import ipykernel, pandas, matplotlib"))
        {
            Missing(NotebookToken, $"{python}, which is beside jupyter-nbconvert, has not all of ipykernel, pandas and matplotlib; {Install}", Demanded);
        }

        return path!;
    }

    /// <summary>Path of clang-14, which compiles CUDA C without a GPU; skips the calling test where it is missing.</summary>
    internal static string Clang()
    {
        string? path = InPath("clang-14");
        if (path is null)
        {
            Missing(ClangToken, "There is no clang-14 in PATH; on Debian: apt-get install clang-14.", Demanded);
        }

        return path!;
    }

    /// <summary>Skips the calling test where the native library libzstd is missing.</summary>
    internal static void Codecs()
    {
        FactorGpuException? missing = Record.Exception(ZstdLibrary.Installed.DemandToWrite) as FactorGpuException;
        if (missing is not null)
        {
            Missing(CodecsToken, missing.Message, Demanded);
        }
    }

    /// <summary>Skips the calling test where there is no OpenCL device.</summary>
    /// <param name="platform">What the name of the device's platform holds; empty for any.</param>
    internal static void OpenCl(string platform = "")
    {
        GpuSearch search = new OpenClDriver().Search();
        if (!search.Devices.Any(device => device.Platform.Contains(platform, StringComparison.Ordinal)))
        {
            string found = string.Join("; ", [.. search.Devices.Select(device => $"{device.Name} of {device.Platform}"), .. search.Reasons]);
            Missing(OpenClToken, $"There is no OpenCL device{(platform.Length == 0 ? "" : $" of {platform}")} ({found}); on Debian: apt-get install pocl-opencl-icd ocl-icd-libopencl1.", Demanded);
        }
    }

    /// <summary>Reads the variable's value; null or blank demands nothing.</summary>
    /// <exception cref="ArgumentException">A token is unknown.</exception>
    internal static FrozenSet<string> Parse(string? value)
    {
        string[] tokens = (value ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (string token in tokens)
        {
            if (!KnownTokens.Contains(token))
            {
                throw new ArgumentException($"{Variable} names {token}; known tokens are {string.Join(", ", KnownTokens)}. Correct it or leave it out.", nameof(value));
            }
        }

        return tokens.ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>Ends the calling test: failed where the token is demanded, else skipped.</summary>
    internal static void Missing(string token, string reason, FrozenSet<string> demanded)
    {
        if (demanded.Contains(token))
        {
            Assert.Fail($"{Variable} demands {token}. {reason}");
        }

        Assert.Skip(reason);
    }

    /// <summary>Where a program stands in PATH, or null.</summary>
    private static string? InPath(string program)
    {
        string[] folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return folders.SelectMany(folder => (string[])[Path.Combine(folder, program), Path.Combine(folder, $"{program}.exe")]).FirstOrDefault(File.Exists);
    }

    private static bool Runs(string program, params string[] args)
    {
        var start = new ProcessStartInfo(program, args) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
