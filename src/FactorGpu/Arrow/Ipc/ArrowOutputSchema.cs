using System.Collections.Generic;
using System.Collections.Immutable;

namespace FactorGpu.Arrow.Ipc;

/// <summary>What a schema that is written says.</summary>
/// <param name="fields">The columns, in file order.</param>
/// <param name="metadata">Its custom metadata.</param>
internal sealed class ArrowOutputSchema(ImmutableArray<ArrowOutputField> fields, ImmutableArray<KeyValuePair<string, string>> metadata)
{
    internal ImmutableArray<ArrowOutputField> Fields { get; } = fields;

    internal ImmutableArray<KeyValuePair<string, string>> Metadata { get; } = metadata;
}
