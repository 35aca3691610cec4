using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text.Json;

namespace FactorGpu.Benchmarks.Report;

/// <summary>What the suite wrote: BenchmarkDotNet's JSON with the work of each benchmark.</summary>
/// <param name="Machine">Processor and cores.</param>
/// <param name="Versions">Library with its commit, runtime, system, BenchmarkDotNet.</param>
/// <param name="Flags">How the benchmarks ran.</param>
/// <param name="Rows">The benchmarks that gave a time, in the order of the file.</param>
internal sealed record SuiteResults(string Machine, string Versions, string Flags, ImmutableArray<SuiteRow> Rows)
{
    private const double NanosecondsPerMs = 1e6;

    /// <exception cref="JsonException">The text is no JSON.</exception>
    /// <exception cref="KeyNotFoundException">It is not what the suite writes.</exception>
    internal static SuiteResults Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        JsonElement root = document.RootElement;
        JsonElement host = root.GetProperty("HostEnvironmentInfo");
        JsonElement[] benchmarks = [.. root.GetProperty("Benchmarks").EnumerateArray()];
        return new SuiteResults(
            $"{Text(host, "ProcessorName")}, {host.GetProperty("LogicalCoreCount").GetInt32()} cores",
            $"FactorGpu {Text(root, "FactorGpu")}, {Text(host, "RuntimeVersion")}, {Text(host, "OsVersion")}, BenchmarkDotNet {Text(host, "BenchmarkDotNetVersion")}",
            benchmarks.Length == 0 ? "" : Job(Text(benchmarks[0], "DisplayInfo")),
            [.. benchmarks.Where(HasTimes).Select(Row)]);
    }

    /// <summary>The rows of a class.</summary>
    internal ImmutableArray<SuiteRow> Of(string type) => [.. Rows.Where(row => row.Type == type)];

    private static bool HasTimes(JsonElement benchmark) => benchmark.GetProperty("Statistics").ValueKind == JsonValueKind.Object;

    private static SuiteRow Row(JsonElement benchmark) => new(
        Text(benchmark, "Type"),
        Text(benchmark, "Method"),
        Parameters(Text(benchmark, "Parameters")),
        benchmark.GetProperty("Statistics").GetProperty("Median").GetDouble() / NanosecondsPerMs,
        benchmark.GetProperty("StockDays").GetInt64(),
        benchmark.GetProperty("Bytes").GetInt64());

    /// <summary><c>Stocks=50&amp;Engine=cpu 1 thread</c>.</summary>
    private static ImmutableDictionary<string, string> Parameters(string text)
        => text.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=', 2)).ToImmutableDictionary(part => part[0], part => part[1]);

    /// <summary><c>StocksOfADay.Day: Job-ABC(Toolchain=..., WarmupCount=1) [Stocks=50]</c> gives what stands in the round brackets.</summary>
    private static string Job(string display)
    {
        int open = display.IndexOf('(', StringComparison.Ordinal);
        int close = display.IndexOf(')', StringComparison.Ordinal);
        return open < 0 || close < open ? display : display[(open + 1)..close];
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
