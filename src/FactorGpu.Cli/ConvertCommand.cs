using System.CommandLine;
using FactorGpu.Arrow;

namespace FactorGpu.Cli;

/// <summary><c>factorgpu convert INPUT... --out bars.arrow --layout dense</c>.</summary>
internal static class ConvertCommand
{
    internal static Command Make(ToolStreams streams)
    {
        var inputs = new BarInputs(ArgumentArity.OneOrMore);
        var output = new BarOutput();
        var command = new Command("convert", "Writes minute bars, stamped and ordered by the canonical axis, as Arrow or CSV.");
        inputs.AddTo(command);
        output.AddTo(command);
        command.SetWork((parsed, cancellation) =>
        {
            string path = output.Path(parsed);
            BarWriteOptions options = output.Options(parsed);
            BarFile.CheckPath(path, options);
            using MinuteBars bars = inputs.Read(parsed, streams, path);
            BarOutput.Write(bars, path, options, streams, cancellation);
            return ExitCode.Success;
        });
        return command;
    }
}
