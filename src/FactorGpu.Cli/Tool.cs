using System.CommandLine;
using System.CommandLine.Parsing;
using System.IO;
using System.Text;
using FactorGpu.Errors;

namespace FactorGpu.Cli;

/// <summary>The command line: parses it, runs a command, turns what is wrong with the input into one message and exit code 2.</summary>
internal static class Tool
{
    private const string Name = "factorgpu";

    internal static int Run(string[] args, ToolStreams streams)
    {
        var root = new RootCommand("Computes intraday factors of minute bars.")
        {
            ComputeCommand.Make(streams),
            ConvertCommand.Make(streams),
            InspectCommand.Make(streams),
            ListCommand.Make(streams),
            DescribeCommand.Make(streams),
        };
        ParseResult parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            return Refuse(parsed, streams.Words);
        }

        using var output = new StreamWriter(streams.Results, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        var invocation = new InvocationConfiguration { Output = output, Error = streams.Words, EnableDefaultExceptionHandler = false };
        try
        {
            return parsed.Invoke(invocation);
        }
        catch (FactorGpuException e)
        {
            streams.Words.WriteLine($"{Name}: {e.Message}");
            return ExitCode.WrongInput;
        }
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
