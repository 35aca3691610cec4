using System;
using System.Collections.Immutable;
using System.CommandLine;
using System.Linq;
using System.Threading;
using FactorGpu.Compilation;
using FactorGpu.Verification;

namespace FactorGpu.Cli;

/// <summary><c>factorgpu verify INPUT... --json certificate.json</c>: holds engines against the reference on the user's own data.</summary>
internal static class VerifyCommand
{
    private const string AllEngines = "all";

    internal static Command Make(ToolStreams streams)
        => Make(streams, (bars, program, options, cancellation) => bars.Verify(program, options, cancellation));

    /// <param name="streams">Where to write.</param>
    /// <param name="verify">What compares; tests put engines with faults here.</param>
    internal static Command Make(ToolStreams streams, Func<MinuteBars, FactorProgram, VerifyOptions, CancellationToken, VerificationReport> verify)
    {
        var inputs = new BarInputs(ArgumentArity.OneOrMore);
        var factors = new FactorsOption();
        var engine = new Option<string>("--engine") { Description = "The engine to verify; all are those beside the reference.", DefaultValueFactory = _ => AllEngines };
        engine.AcceptOnlyFromAmong([AllEngines, .. Enum.GetNames<EngineKind>().Select(name => name.ToLowerInvariant())]);
        var certificate = new Option<string?>("--json") { Description = "File for the results as JSON, with versions, machine and the hashes of the inputs." };
        var command = new Command("verify", "Compares engines with the plain reference, factor by factor; exit code 1 when one is out of tolerance.") { engine, certificate };
        inputs.AddTo(command);
        factors.AddTo(command);
        command.SetWork((parsed, cancellation) =>
        {
            string? path = parsed.GetValue(certificate);
            if (path is not null)
            {
                WholeFile.CheckPath(path);
            }

            FactorProgram program = factors.Compile(parsed, streams);
            using MinuteBars bars = inputs.Read(parsed, streams, path);
            WholeFile.CheckNotRead(path, bars);
            FactorsOption.Report(bars, program, streams);
            VerificationReport report = Verify(bars, program, Engines(parsed.GetRequiredValue(engine)), streams, verify, cancellation);
            if (path is not null)
            {
                byte[] json = VerificationCertificate.Make(report, program, [.. bars.Files.Select(file => file.Path)]);
                cancellation.ThrowIfCancellationRequested();
                WholeFile.Write(path, json);
            }

            streams.WriteResult(report.ToString());
            return report.IsOut ? ExitCode.Differs : ExitCode.Success;
        });
        return command;
    }

    private static ImmutableArray<EngineKind> Engines(string name) => name == AllEngines ? [] : [Enum.Parse<EngineKind>(name, ignoreCase: true)];

    private static VerificationReport Verify(
        MinuteBars bars,
        FactorProgram program,
        ImmutableArray<EngineKind> engines,
        ToolStreams streams,
        Func<MinuteBars, FactorProgram, VerifyOptions, CancellationToken, VerificationReport> verify,
        CancellationToken cancellation)
    {
        using ProgressLine progress = streams.Progress("verifying");
        return verify(bars, program, new VerifyOptions { Engines = engines, Progress = progress }, cancellation);
    }
}
