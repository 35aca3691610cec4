using System.Collections.Immutable;

namespace FactorGpu.Arrow.Inspection;

/// <summary>A kind of fault that a file has: how often, and where first.</summary>
public sealed class FoundFault
{
    internal FoundFault()
    {
    }

    /// <summary>The kind.</summary>
    public required DataFault Fault { get; init; }

    /// <summary>How many there are of what the title of the kind counts.</summary>
    public required long Count { get; init; }

    /// <summary>The first three places; fewer where the place is the file. A bar is named by the start of its minute, whatever the file stamps.</summary>
    public required ImmutableArray<string> FirstPlaces { get; init; }
}
