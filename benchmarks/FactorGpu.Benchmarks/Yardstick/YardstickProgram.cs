using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace FactorGpu.Benchmarks.Yardstick;

/// <summary>The C++ program, which waits for questions on its standard input while others are measured.</summary>
internal sealed class YardstickProgram : IDisposable
{
    /// <param name="path">The program.</param>
    /// <param name="folder">Folder of its data.</param>
    internal YardstickProgram(string path, string folder)
    {
        var start = new ProcessStartInfo(path, [folder]) { RedirectStandardInput = true, RedirectStandardOutput = true };

        // Its threads sleep between questions instead of spinning, which would slow whoever is measured next.
        start.Environment["OMP_WAIT_POLICY"] = "passive";
        Process = Process.Start(start)!;
        Answer();
    }

    /// <summary>The program as the system knows it.</summary>
    internal Process Process { get; }

    /// <summary>Times of a case.</summary>
    /// <exception cref="InvalidDataException">The program has no such case.</exception>
    internal YardstickTimes Measure(string name, int calls)
    {
        Process.StandardInput.WriteLine($"bench {name} {calls}");
        Process.StandardInput.Flush();
        using JsonDocument answer = Answer();
        return answer.RootElement.TryGetProperty("error", out JsonElement error)
            ? throw new InvalidDataException($"The yardstick was asked for {name}; it answers: {error.GetString()}. Its cases are named in shared/bench/README.md.")
            : new YardstickTimes(Times(answer, "wall"), Times(answer, "cpu"));
    }

    public void Dispose()
    {
        Process.StandardInput.WriteLine("quit");
        Process.StandardInput.Close();
        Process.WaitForExit();
        Process.Dispose();
    }

    private JsonDocument Answer() => JsonDocument.Parse(
        Process.StandardOutput.ReadLine() ?? throw new InvalidDataException("The yardstick ended without an answer; what it says stands on standard error."));

    private static double[] Times(JsonDocument answer, string name) => [.. answer.RootElement.GetProperty(name).EnumerateArray().Select(time => time.GetDouble())];
}
