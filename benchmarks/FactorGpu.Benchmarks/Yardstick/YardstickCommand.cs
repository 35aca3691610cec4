using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Runtime.Versioning;
using System.Threading;

namespace FactorGpu.Benchmarks.Yardstick;

/// <summary><c>yardstick PROGRAM FOLDER ROUNDS</c>: our engine and the C++ program by turns on the same day; prints the ratios as a Markdown table.</summary>
[SupportedOSPlatform("linux")]
internal sealed class YardstickCommand : IDisposable
{
    private const int WarmUps = 30;
    private const int CallsARound = 5;

    // Lets threads of whoever was measured before fall asleep.
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(20);

    private readonly YardstickProgram _program;
    private readonly Dictionary<string, Action<int>> _ours;
    private int _turn;

    private YardstickCommand(string program, string folder)
    {
        var days = new YardstickDays(Path.Combine(folder, "day_f64.bin"));
        _ours = YardstickCase.All.ToDictionary(each => each.Name, each => each.Make(days));
        _program = new YardstickProgram(program, folder);
        foreach (string name in _ours.Keys)
        {
            Measure(name, WarmUps);
        }
    }

    internal static void Run(string program, string folder, int rounds)
    {
        using var command = new YardstickCommand(program, folder);
        Console.Write(YardstickTable.OfRatios([.. YardstickComparison.All.Select(each => (each, command.Measure(each, rounds)))]));
        Console.WriteLine();
        Console.Write(YardstickTable.OfGains([.. YardstickComparison.Gains.Select(each => (each.One, command.Measure(each.One, rounds), command.Measure(each.Two, rounds)))]));
    }

    public void Dispose() => _program.Dispose();

    /// <summary>Both cases by turns, a pair a round.</summary>
    private YardstickRound[] Measure(YardstickComparison comparison, int rounds)
    {
        using OneCore? core = comparison.IsByClock ? null : new OneCore(Process.GetCurrentProcess(), _program.Process);
        return [.. Enumerable.Range(0, rounds).Select(_ => new YardstickRound(Measure(comparison.Ours, CallsARound), Measure(comparison.Other, CallsARound)))];
    }

    private YardstickTimes Measure(string name, int calls)
    {
        Thread.Sleep(s_pause);
        return _ours.TryGetValue(name, out Action<int>? call) ? Measure(call, calls) : _program.Measure(name, calls);
    }

    private YardstickTimes Measure(Action<int> call, int calls)
    {
        var times = new YardstickTimes(new double[calls], new double[calls]);
        for (int i = 0; i < calls; i++)
        {
            TimeSpan before = Environment.CpuUsage.TotalTime;
            long start = Stopwatch.GetTimestamp();
            call(_turn++);
            times.Wall[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            times.Cpu[i] = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
        }

        return times;
    }
}
