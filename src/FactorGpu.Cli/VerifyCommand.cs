using System;
using System.CommandLine;
using System.Linq;
using System.Threading;
using FactorGpu.Compilation;
using FactorGpu.Verification;

namespace FactorGpu.Cli;

/// <summary><c>factorgpu verify INPUT... --json certificate.json</c>: holds engines against the reference on the user's own data.</summary>
internal static class VerifyCommand
{
    internal static Command Make(ToolStreams streams)
        => Make(streams, (bars, program, options, cancellation) => bars.Verify(program, options, cancellation));

    /// <param name="streams">Where to write.</param>
    /// <param name="verify">What compares; tests put engines with faults here.</param>
    internal static Command Make(ToolStreams streams, Func<MinuteBars, FactorProgram, VerifyOptions, CancellationToken, VerificationReport> verify)
    {
        var inputs = new BarInputs(ArgumentArity.OneOrMore);
        var factors = new FactorsOption();
        var engine = new EngineOption("The engine to verify; all are cpu, and opencl and cuda where they have a GPU.", takesAll: true);
        var certificate = new Option<string?>("--json") { Description = "File for the results as JSON, with versions, machine and the hashes of the inputs." };
        var command = new Command("verify", "Compares engines with the plain reference, factor by factor; exit code 1 when one is out of tolerance.") { certificate };
        engine.AddTo(command);
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
            var options = new VerifyOptions { Engines = engine.Kinds(parsed, program.Precision), Device = engine.Device(parsed) };
            engine.Report(parsed, bars, program, options.Engines.Select(kind => new ComputeOptions { Engine = kind, Device = options.Device }), streams);
            VerificationReport report;
            using (ProgressLine progress = streams.Progress("verifying"))
            {
                report = verify(bars, program, options with { Progress = progress }, cancellation);
            }

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
}
