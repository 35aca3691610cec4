using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Threading.Tasks;
using Xunit;

namespace FactorGpu.Tests.Packages;

/// <summary>One run of a command as a process of its own: what it wrote. A command that fails, or takes longer than ten minutes, fails the test with its output.</summary>
internal static class CommandRun
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(10);

    /// <summary>Runs a command.</summary>
    /// <param name="folder">Where it runs.</param>
    /// <param name="variables">Environment variables that it gets beside those of this process.</param>
    /// <param name="command">Name or path of the program.</param>
    /// <param name="args">What it is given.</param>
    /// <returns>What it wrote to standard output.</returns>
    internal static string Of(string folder, IReadOnlyDictionary<string, string> variables, string command, params string[] args)
    {
        ProcessStartInfo start = Start(folder, variables, command, args);
        using Process process = Run(start);
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(s_limit))
        {
            process.Kill(entireProcessTree: true);
        }

        Assert.True(process.ExitCode == 0, $"{command} {string.Join(' ', args)} ended with code {process.ExitCode}:\n{output.Result}\n{errors.Result}");
        return output.Result;
    }

    /// <summary>The program dotnet that runs these tests.</summary>
    internal static string Dotnet => Path.Combine(DotnetRoot, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");

    // The runtime is in DOTNET_ROOT/shared/Microsoft.NETCore.App/VERSION.
    private static string DotnetRoot => Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

    private static ProcessStartInfo Start(string folder, IReadOnlyDictionary<string, string> variables, string command, string[] args)
    {
        var start = new ProcessStartInfo(command, args) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };

        // Those of the build that started the tests are not for the builds that the tests start.
        foreach (string inherited in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(inherited);
        }

        start.Environment["DOTNET_ROOT"] = DotnetRoot;
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        foreach ((string name, string value) in variables)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private static Process Run(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new FileNotFoundException($"The test runs {start.FileName}, which could not be started: {e.Message}. Install the .NET SDK of global.json.", e);
        }
    }
}
