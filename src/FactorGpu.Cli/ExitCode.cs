namespace FactorGpu.Cli;

/// <summary>What the tool's exit code says.</summary>
internal static class ExitCode
{
    /// <summary>Done; of <c>verify</c>, every factor agrees with the reference.</summary>
    internal const int Success = 0;

    /// <summary><c>verify</c> is done, and a factor of an engine is out of tolerance; the table on standard output says which.</summary>
    internal const int Differs = 1;

    /// <summary><c>inspect --strict</c> is done, and found a fault that is more than a note; standard output says which.</summary>
    internal const int Found = 1;

    /// <summary>The command line, a factor name or the data is wrong; one message on standard error says how.</summary>
    internal const int WrongInput = 2;

    /// <summary>Ended early by Ctrl-C or a request to end; no file was begun that is not whole. 128 + SIGINT, as shells have it.</summary>
    internal const int Cancelled = 130;
}
