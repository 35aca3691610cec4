using System.Collections.Immutable;

namespace FactorGpu.Arrow.Ipc;

/// <summary>What a file says about all its record batches.</summary>
/// <param name="fields">The columns, in file order.</param>
/// <param name="metadata">Keys and values that the writer has added.</param>
internal sealed class ArrowSchema(ImmutableArray<ArrowField> fields, ImmutableDictionary<string, string> metadata)
{
    internal ImmutableArray<ArrowField> Fields { get; } = fields;

    internal ImmutableDictionary<string, string> Metadata { get; } = metadata;
}
