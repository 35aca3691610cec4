using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using FactorGpu.Bars;

namespace FactorGpu.Benchmarks;

/// <summary>Time and memory of reading one bar file in a process of its own. Prints one line: the first reading, then the median of the others, ms; the process's peak memory after the first.</summary>
/// <remarks>A reading ends with the valid bars of every stock known, so that a mapped file has been read, too.</remarks>
internal static class ReadTime
{
    private const string PeakMemory = "VmHWM:";

    internal static void Run(string path, int repetitions)
    {
        double first = Measure(path);
        string peak = File.ReadLines("/proc/self/status").First(line => line.StartsWith(PeakMemory, StringComparison.Ordinal))[PeakMemory.Length..].Trim();
        double[] others = [.. Enumerable.Range(0, repetitions).Select(_ => Measure(path)).Order()];
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"factorgpu {Path.GetFileName(path)}: first {first:F0} ms, then median {others[others.Length / 2]:F0} ms, VmHWM {peak}"));
    }

    private static double Measure(string path)
    {
        GC.Collect();
        long start = Stopwatch.GetTimestamp();
        using MinuteBars bars = MinuteBars.Read(path);
        foreach (DayTensor day in bars.Days)
        {
            for (int s = 0; s < day.Shape.S; s++)
            {
                day.ValidBars(s, BarRequirements.NumTrades);
            }
        }

        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
