using System.Collections.Immutable;

namespace FactorGpu.Arrow.Ipc;

/// <summary>A column of the schema, with the place of its parts in the flat lists of a record batch.</summary>
internal sealed class ArrowField
{
    internal required string Name { get; init; }

    /// <summary>Type of its values; of a dictionary-encoded column, those of the dictionary.</summary>
    internal required ArrowType Type { get; init; }

    /// <summary>Parts of all columns before it.</summary>
    internal required ArrowParts First { get; init; }

    /// <summary>Its own parts, those of its children included.</summary>
    internal required ArrowParts Own { get; init; }

    /// <summary>Its own parts without those of its children.</summary>
    internal required ArrowParts Alone { get; init; }

    internal ImmutableArray<ArrowField> Children { get; init; } = [];

    /// <summary>Of a dictionary-encoded column, what is stored in it and where its values are; null for others.</summary>
    internal ArrowEncoding? Encoding { get; init; }

    /// <summary>The type, as messages name it.</summary>
    internal string TypeName => Encoding is null ? Type.Kind.ToString() : $"Dictionary of {Type.Kind}";
}
