using System;
using System.Collections.Generic;
using System.IO;
using System.Runtime.CompilerServices;
using FactorGpu.Tests.Packages;
using Xunit;

namespace FactorGpu.Tests.Devices;

/// <summary>Tests that need a process of their own: native libraries read environment variables once, and not those that .NET sets.</summary>
internal static class ChildRun
{
    /// <summary>True in a process with that variable; in another it runs the calling test, and it alone, in such a process, where it must pass.</summary>
    /// <typeparam name="T">The class of the calling test.</typeparam>
    /// <param name="variable">Name of the environment variable.</param>
    /// <param name="value">Its value.</param>
    /// <param name="test">Name of the calling test.</param>
    internal static bool IsWith<T>(string variable, string value, [CallerMemberName] string test = "")
    {
        if (Environment.GetEnvironmentVariable(variable) == value)
        {
            return true;
        }

        string output = CommandRun.Of(
            AppContext.BaseDirectory,
            new Dictionary<string, string> { [variable] = value },
            CommandRun.Dotnet,
            ["exec", Path.Combine(AppContext.BaseDirectory, "FactorGpu.Tests.dll"), "-noColor", "-method", $"{typeof(T).FullName}.{test}"]);
        Assert.Contains("Total: 1, Errors: 0, Failed: 0, Skipped: 0", output);
        return false;
    }
}
