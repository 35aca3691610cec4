using System.CommandLine;
using System.Threading;
using FactorGpu.Arrow;

namespace FactorGpu.Cli;

/// <summary>The bar file that a command writes: the options that such commands share.</summary>
internal sealed class BarOutput
{
    private readonly Option<string> _path = new("--out")
    {
        Description = "File to write, ending in .arrow, .feather or .ipc (Arrow IPC file), .arrows (Arrow IPC stream) or .csv.",
        Required = true,
    };

    private readonly Option<string> _layout = EnumOption.Make<BarLayout>(
        "--layout", "One row per stock and minute (long), or lists of 242 minutes per stock and day (dense; Arrow only).");

    private readonly Option<string> _compression = EnumOption.Make<ArrowCompression>("--compression", "Codec of the Arrow buffers.");

    internal void AddTo(Command command)
    {
        command.Add(_path);
        command.Add(_layout);
        command.Add(_compression);
    }

    /// <summary>The path as the user gave it.</summary>
    internal string Path(ParseResult parsed) => parsed.GetRequiredValue(_path);

    /// <summary>What a command line asks for.</summary>
    internal BarWriteOptions Options(ParseResult parsed) => new()
    {
        Layout = EnumOption.Of<BarLayout>(parsed, _layout),
        Compression = EnumOption.Of<ArrowCompression>(parsed, _compression),
    };

    /// <summary>Writes the bars, and shows how far it is.</summary>
    internal static void Write(MinuteBars bars, string path, BarWriteOptions options, ToolStreams streams, CancellationToken cancellation)
    {
        using ProgressLine progress = streams.Progress("writing");
        bars.Save(path, options with { Progress = progress }, cancellation);
    }
}
