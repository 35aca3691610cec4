using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Xunit;

namespace FactorGpu.Tests.Arrow;

/// <summary>One run of tests/peers/read.mjs: files as another Arrow library reads them.</summary>
internal static class PeerRun
{
    /// <summary>Reads files.</summary>
    /// <param name="folder">The folder with the script.</param>
    /// <param name="library">apache-arrow or polars.</param>
    /// <param name="paths">The files.</param>
    /// <returns>A table a file.</returns>
    internal static Dictionary<string, PeerTable> Read(string folder, string library, IEnumerable<string> paths)
    {
        var start = new ProcessStartInfo("node", ["read.mjs", library, .. paths]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using Process node = Process.Start(start)!;
        Task<string> errors = node.StandardError.ReadToEndAsync();
        var tables = new Dictionary<string, PeerTable>();
        while (node.StandardOutput.ReadLine() is { } line)
        {
            using JsonDocument document = JsonDocument.Parse(line);
            Take(document.RootElement, tables);
        }

        node.WaitForExit();
        Assert.True(node.ExitCode == 0, $"node read.mjs {library} failed: {errors.Result}");
        return tables;
    }

    private static void Take(JsonElement line, Dictionary<string, PeerTable> tables)
    {
        string file = line.GetProperty("file").GetString()!;
        if (line.TryGetProperty("rows", out _))
        {
            JsonElement batches = line.GetProperty("batches");
            tables.Add(file, new PeerTable { Batches = batches.ValueKind == JsonValueKind.Null ? null : batches.GetInt32() });
            return;
        }

        string type = line.GetProperty("type").GetString()!;
        tables[file].Add(line.GetProperty("column").GetString()!, type, line.GetProperty("values").EnumerateArray().Select(value => Value(value, isText: type == "utf8")));
    }

    private static object? Value(JsonElement value, bool isText) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.Number => value.GetDouble(),
        _ when isText => value.GetString(),
        _ => value.GetString() switch
        {
            "-0" => -0.0,
            "NaN" => double.NaN,
            "Infinity" => double.PositiveInfinity,
            "-Infinity" => double.NegativeInfinity,
            string other => throw new FormatException($"read.mjs printed {other} as a number."),
            null => null,
        },
    };
}
