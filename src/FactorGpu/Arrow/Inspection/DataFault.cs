using System.Diagnostics.CodeAnalysis;

namespace FactorGpu.Arrow.Inspection;

/// <summary>A kind of fault in bar data: a row of the table in docs/data-faults.md.</summary>
public sealed class DataFault
{
    [SetsRequiredMembers]
    internal DataFault(string code, FaultSeverity severity, string title, string effect, string option)
    {
        Code = code;
        Severity = severity;
        Title = title;
        Effect = effect;
        Option = option;
    }

    /// <summary>Its name for good, such as <c>FG101</c>: a code is never given another meaning.</summary>
    public required string Code { get; init; }

    /// <summary>How much it matters.</summary>
    public required FaultSeverity Severity { get; init; }

    /// <summary>What is counted, in words, such as <c>rows that stand twice with equal values</c>.</summary>
    public required string Title { get; init; }

    /// <summary>What <c>compute</c> does with it, a sentence.</summary>
    public required string Effect { get; init; }

    /// <summary>The option of the tool that changes what is done; empty where none does.</summary>
    public required string Option { get; init; }
}
