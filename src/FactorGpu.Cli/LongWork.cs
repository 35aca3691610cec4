using System;
using System.CommandLine;
using System.Threading;
using System.Threading.Tasks;

namespace FactorGpu.Cli;

/// <summary>Commands that take a while: their work runs beside the thread that waits for Ctrl-C.</summary>
internal static class LongWork
{
    /// <summary>Sets what a command does. The token is cancelled by Ctrl-C or a request to end.</summary>
    internal static void SetWork(this Command command, Func<ParseResult, CancellationToken, int> work)
        => command.SetAction((parsed, cancellation) => Task.Run(() => work(parsed, cancellation), CancellationToken.None));
}
