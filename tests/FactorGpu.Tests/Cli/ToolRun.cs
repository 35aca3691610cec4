using System;
using System.CommandLine;
using System.IO;
using System.Text;
using System.Threading;
using FactorGpu.Cli;

namespace FactorGpu.Tests.Cli;

/// <summary>One run of the tool in this process: its exit code, what it wrote as results, what it said.</summary>
internal sealed class ToolRun
{
    private ToolRun(int exitCode, string results, string words)
    {
        ExitCode = exitCode;
        Results = results;
        Words = words;
    }

    internal int ExitCode { get; }

    internal string Results { get; }

    internal string Words { get; }

    internal static ToolRun Of(params string[] args)
    {
        using var words = new StringWriter { NewLine = "\n" };
        return Of(words, isTerminal: false, streams => Tool.Run(args, streams));
    }

    /// <summary>A run whose words go to a terminal, which ends it, as Ctrl-C does, when the words hold a text.</summary>
    internal static ToolRun OnTerminal(string? endAt, params string[] args)
    {
        using var words = new Terminal(endAt) { NewLine = "\n" };
        return Of(words, isTerminal: true, streams => Tool.Run(args, streams, words.Cancellation));
    }

    /// <summary>A run of a command that is made for the test.</summary>
    internal static ToolRun Of(Func<ToolStreams, Command> command, params string[] args)
    {
        using var words = new StringWriter { NewLine = "\n" };
        return Of(words, isTerminal: false, streams => Tool.Invoke(
            command(streams).Parse(args), new InvocationConfiguration { EnableDefaultExceptionHandler = false }, words, CancellationToken.None));
    }

    private static ToolRun Of(StringWriter words, bool isTerminal, Func<ToolStreams, int> run)
    {
        using var results = new MemoryStream();
        int exitCode = run(new ToolStreams(results, words, isTerminal));
        return new ToolRun(exitCode, Encoding.UTF8.GetString(results.ToArray()), words.ToString());
    }

    private sealed class Terminal : StringWriter
    {
        private readonly CancellationTokenSource _source = new();
        private readonly string? _endAt;

        internal Terminal(string? endAt)
        {
            _endAt = endAt;
        }

        internal CancellationToken Cancellation => _source.Token;

        public override void Write(string? value)
        {
            base.Write(value);
            if (_endAt is not null && value is not null && value.Contains(_endAt, StringComparison.Ordinal))
            {
                _source.Cancel();
            }
        }

        protected override void Dispose(bool disposing)
        {
            _source.Dispose();
            base.Dispose(disposing);
        }
    }
}
