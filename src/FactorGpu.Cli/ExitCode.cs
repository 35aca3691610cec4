namespace FactorGpu.Cli;

/// <summary>What the tool's exit code says.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    internal const int Success = 0;

    /// <summary>The command line, a factor name or the data is wrong; one message on standard error says how.</summary>
    internal const int WrongInput = 2;
}
