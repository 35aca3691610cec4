using System;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.IO;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using FactorGpu.Errors;

namespace FactorGpu.Cli;

/// <summary>The command line: parses it, runs a command, turns what is wrong with the input into one message and exit code 2.</summary>
internal static class Tool
{
    private const string Name = "factorgpu";

    /// <param name="args">What the user typed.</param>
    /// <param name="streams">Where to write.</param>
    /// <param name="cancellation">Ends the work as Ctrl-C does.</param>
    internal static int Run(string[] args, ToolStreams streams, CancellationToken cancellation = default)
    {
        var root = new RootCommand("Computes intraday factors of minute bars.")
        {
            ComputeCommand.Make(streams),
            VerifyCommand.Make(streams),
            ConvertCommand.Make(streams),
            InspectCommand.Make(streams),
            SampleCommand.Make(streams),
            BenchCommand.Make(streams),
            ListCommand.Make(streams),
            DescribeCommand.Make(streams),
            FunctionsCommand.Make(streams),
            ExplainCommand.Make(streams),
            DevicesCommand.Make(streams),
        };
        ParseResult parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            return Refuse(parsed, streams.Words);
        }

        using var output = new StreamWriter(streams.Results, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        var invocation = new InvocationConfiguration { Output = output, Error = streams.Words, EnableDefaultExceptionHandler = false };
        return Invoke(parsed, invocation, streams.Words, cancellation);
    }

    /// <summary>Invokes a command on a thread without a context to come back to, so that waiting for it here is safe anywhere.</summary>
    internal static int Invoke(ParseResult parsed, InvocationConfiguration invocation, TextWriter words, CancellationToken cancellation)
    {
        try
        {
            int code = Task.Run(() => parsed.InvokeAsync(invocation, cancellation), CancellationToken.None).GetAwaiter().GetResult();
            return code == ExitCode.Cancelled ? Ended(words) : code;
        }
        catch (FactorGpuException e)
        {
            words.WriteLine($"{Name}: {e.Message}");
            return ExitCode.WrongInput;
        }
        catch (OperationCanceledException)
        {
            return Ended(words);
        }
    }

    private static int Ended(TextWriter words)
    {
        words.WriteLine($"{Name}: ended before it was done; nothing was left half-written.");
        return ExitCode.Cancelled;
    }

    private static int Refuse(ParseResult parsed, TextWriter words)
    {
        foreach (ParseError error in parsed.Errors)
        {
            words.WriteLine($"{Name}: {error.Message}");
        }

        words.WriteLine($"{Name}: `{Name} --help` and `{Name} COMMAND --help` show what can be asked.");
        return ExitCode.WrongInput;
    }
}
