using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Linq;
using System.Text;

namespace FactorGpu.Cli;

/// <summary><c>factorgpu devices</c>: what the engines opencl and cuda can run on, or why there is nothing.</summary>
internal static class DevicesCommand
{
    private const string ColumnGap = "  ";
    private const int BytesPerMegabyte = 1_000_000;

    internal static Command Make(ToolStreams streams) => Make(streams, ComputeDevices.Find);

    /// <param name="streams">Where to write.</param>
    /// <param name="find">What looks for devices; tests put made-up ones here.</param>
    internal static Command Make(ToolStreams streams, Func<ImmutableArray<ComputeDevices>> find)
    {
        var json = new Option<bool>("--json") { Description = "Write JSON instead of a table." };
        var command = new Command("devices", "Lists the devices of the engines opencl and cuda, or says why there are none.") { json };
        command.SetAction(parsed =>
        {
            ImmutableArray<ComputeDevices> kinds = find();
            if (parsed.GetValue(json))
            {
                streams.Results.Write(Json(kinds));
            }
            else
            {
                streams.WriteResult(Table(kinds));
            }

            return ExitCode.Success;
        });
        return command;
    }

    private static string Table(ImmutableArray<ComputeDevices> kinds)
    {
        string[][] lines =
        [
            ["engine", "index", "device", "platform", "driver", "memory MB", "fp64", "is"],
            .. kinds.SelectMany(kind => kind.Devices).Select(device => (string[])
            [
                NameOf(device.Engine), Number(device.Index), device.Name, device.Platform, device.Driver, Number(device.MemoryBytes / BytesPerMegabyte),
                device.HasFp64 ? "yes" : "no", device.IsProcessor ? "processor" : "gpu",
            ]),
        ];
        int[] widths = [.. Enumerable.Range(0, lines[0].Length).Select(column => lines.Max(line => line[column].Length))];
        var text = new StringBuilder();
        foreach (string[] line in lines.Length > 1 ? lines : [])
        {
            text.Append(string.Join(ColumnGap, line.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd()).Append('\n');
        }

        foreach (string reason in kinds.SelectMany(Reasons))
        {
            text.Append(reason).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Why there is nothing, or not more, of a kind.</summary>
    private static IEnumerable<string> Reasons(ComputeDevices kind)
    {
        string name = NameOf(kind.Engine);
        return kind.Reasons.IsEmpty && kind.Devices.IsEmpty ? [$"{name}: no device"] : kind.Reasons.Select(reason => $"{name}: {reason}");
    }

    private static byte[] Json(ImmutableArray<ComputeDevices> kinds) => JsonText.Make(json => JsonText.WriteList(json, "engines", kinds.AsSpan(), kind =>
    {
        json.WriteString("engine", NameOf(kind.Engine));
        JsonText.WriteList(json, "devices", kind.Devices.AsSpan(), device =>
        {
            json.WriteNumber("index", device.Index);
            json.WriteString("name", device.Name);
            json.WriteString("platform", device.Platform);
            json.WriteString("driver", device.Driver);
            json.WriteNumber("memoryBytes", device.MemoryBytes);
            json.WriteBoolean("hasFp64", device.HasFp64);
            json.WriteBoolean("isProcessor", device.IsProcessor);
        });
        json.WriteStartArray("reasons");
        foreach (string reason in kind.Reasons)
        {
            json.WriteStringValue(reason);
        }

        json.WriteEndArray();
    }));

    private static string NameOf(EngineKind engine) => engine.ToString().ToLowerInvariant();

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
