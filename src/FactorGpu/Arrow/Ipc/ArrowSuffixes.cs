using System.Collections.Immutable;

namespace FactorGpu.Arrow.Ipc;

/// <summary>The suffixes under which Arrow is written.</summary>
internal static class ArrowSuffixes
{
    /// <summary>In the order in which messages list them.</summary>
    internal static ImmutableArray<(string Suffix, ArrowContainer Container)> All { get; } =
    [
        (".arrow", ArrowContainer.File),
        (".feather", ArrowContainer.File),
        (".ipc", ArrowContainer.File),
        (".arrows", ArrowContainer.Stream),
    ];
}
