using System;
using System.Collections.Immutable;
using System.CommandLine;
using System.Linq;
using FactorGpu.Arrow;

namespace FactorGpu.Cli;

/// <summary><c>factorgpu sample --stocks 5000 --days 2 --out bars.arrow</c>: made-up bars, with faults if wanted.</summary>
internal static class SampleCommand
{
    private const int Stocks = 5000;

    private static readonly ImmutableArray<string> s_faults = ["all", "differing-duplicates", "doubled-auction", "duplicates", "lots", "lunch"];

    internal static Command Make(ToolStreams streams)
    {
        var sample = new SampleChoice(Stocks);
        var output = new BarOutput();
        var faults = new Option<string>("--faults") { Description = $"Faults to write on purpose, separated by commas: {Known()}. Long layout only.", DefaultValueFactory = _ => "" };
        faults.Validators.Add(result =>
        {
            foreach (string unknown in Names(result.GetValue(faults)).Where(name => !s_faults.Contains(name)))
            {
                result.AddError($"--faults was given '{unknown}'; it takes {Known()}.");
            }
        });
        var command = new Command("sample", "Writes a made-up market of minute bars. It looks like A-shares; it is nobody's prices.") { faults };
        sample.AddTo(command);
        output.AddTo(command);
        command.SetWork((parsed, cancellation) =>
        {
            string path = output.Path(parsed);
            BarWriteOptions options = output.Options(parsed) with { Faults = Faults(parsed.GetRequiredValue(faults)) };
            BarFile.CheckPath(path, options);
            MinuteBars bars = sample.Make(parsed, streams, cancellation);
            BarOutput.Write(bars, path, options, streams, cancellation);
            return ExitCode.Success;
        });
        return command;
    }

    private static BarFaults Fault(string name) => name switch
    {
        "lots" => BarFaults.Lots,
        "duplicates" => BarFaults.Duplicates,
        "differing-duplicates" => BarFaults.DifferingDuplicates,
        "lunch" => BarFaults.Lunch,
        "doubled-auction" => BarFaults.DoubledAuction,
        _ => BarFaults.Lots | BarFaults.Duplicates | BarFaults.DifferingDuplicates | BarFaults.Lunch | BarFaults.DoubledAuction,
    };

    private static BarFaults Faults(string names) => Names(names).Aggregate(BarFaults.None, (faults, name) => faults | Fault(name));

    private static string[] Names(string? list) => (list ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string Known() => string.Join(", ", s_faults);
}
