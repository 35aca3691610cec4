using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;

namespace FactorGpu.Arrow.Inspection;

/// <summary>What was found, in words for text and page.</summary>
internal static class FaultWords
{
    /// <summary>How many kinds were found, by severity.</summary>
    internal static string Summary(ImmutableArray<FoundFault> faults)
    {
        string[] each = [.. faults.GroupBy(found => found.Fault.Severity).OrderByDescending(group => group.Key).Select(group => Kinds(group.Count(), group.Key))];
        return each.Length == 0 ? "nothing" : $"{string.Join(", ", each)}";
    }

    internal static string Severity(DataFault fault) => Word(fault.Severity);

    private static string Kinds(int count, FaultSeverity severity)
        => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "kind" : "kinds")} of {Word(severity)}");

    private static string Word(FaultSeverity severity) => severity switch
    {
        FaultSeverity.Note => "note",
        FaultSeverity.Warning => "warning",
        FaultSeverity.Error => "error",
        _ => throw new ArgumentOutOfRangeException(nameof(severity), severity, "There are three severities."),
    };
}
