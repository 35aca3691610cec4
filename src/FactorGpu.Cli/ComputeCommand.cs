using System;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using FactorGpu.Compilation;
using FactorGpu.Results;

namespace FactorGpu.Cli;

/// <summary><c>factorgpu compute INPUT... --factors huatai50 --out factors.csv</c>.</summary>
internal static class ComputeCommand
{
    private const string StandardOutput = "-";

    internal static Command Make(ToolStreams streams)
        => Make(streams, (bars, program, options, cancellation) => bars.Compute(program, options, cancellation));

    /// <param name="streams">Where to write.</param>
    /// <param name="compute">What computes; tests put engines with faults here.</param>
    internal static Command Make(ToolStreams streams, Func<MinuteBars, FactorProgram, ComputeOptions, CancellationToken, FactorTable> compute)
    {
        var inputs = new BarInputs(ArgumentArity.OneOrMore);
        var factors = new FactorsOption();
        var engine = new EngineOption("The engine that computes; auto is a GPU where there is one and the work is worth its start, else cpu.", takesAll: false);
        var threads = new Option<int>("--threads") { Description = "Threads of the engine cpu; 0 for one per core.", DefaultValueFactory = _ => 0 };
        threads.Validators.Add(CheckThreads);
        var output = new Option<string>("--out")
        {
            Description = "File to write, ending in .csv, in .arrow, .feather or .ipc (Arrow IPC file) or in .arrows (Arrow IPC stream); - is CSV on standard output.",
            DefaultValueFactory = _ => StandardOutput,
        };
        var command = new Command("compute", "Computes factors of minute bars.") { threads, output };
        engine.AddTo(command);
        inputs.AddTo(command);
        factors.AddTo(command);
        command.SetWork((parsed, cancellation) =>
        {
            string path = parsed.GetRequiredValue(output);
            if (path != StandardOutput)
            {
                FactorTableFile.CheckPath(path);
            }

            Task<FactorProgram> compiling = factors.StartCompiling(parsed, streams);
            string? file = path == StandardOutput ? null : path;
            using MinuteBars bars = inputs.Read(parsed, streams, file);
            WholeFile.CheckNotRead(file, bars);
            FactorProgram program = compiling.GetAwaiter().GetResult();
            FactorsOption.Report(bars, program, streams);
            var options = new ComputeOptions { Engine = engine.Kind(parsed)!.Value, Device = engine.Device(parsed), Threads = parsed.GetRequiredValue(threads) };
            engine.Report(parsed, bars, program, [options], streams);
            FactorTable table;
            using (ProgressLine progress = streams.Progress("computing"))
            {
                table = compute(bars, program, options with { Progress = progress }, cancellation);
            }

            Write(table, path, streams, cancellation);
            return ExitCode.Success;
        });
        return command;
    }

    private static void Write(FactorTable table, string path, ToolStreams streams, CancellationToken cancellation)
    {
        if (path == StandardOutput)
        {
            table.WriteCsv(streams.Results);
        }
        else
        {
            table.Save(path, cancellation);
        }

        string place = path == StandardOutput ? "standard output" : path;
        streams.Words.WriteLine($"wrote {table.Factors.Length} factors of {table.Rows.Length} stock-days to {place}");
    }

    private static void CheckThreads(OptionResult result)
    {
        if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out int threads) && threads < 0)
        {
            result.AddError($"--threads was given {threads}; it needs 1 or more, or 0 for one per core.");
        }
    }
}
