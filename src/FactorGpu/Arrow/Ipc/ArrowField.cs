namespace FactorGpu.Arrow.Ipc;

/// <summary>A column of the schema, with the place of its parts in the flat lists of a record batch.</summary>
/// <param name="name">Column name.</param>
/// <param name="type">Column type; Dictionary when its values are numbers of dictionary entries.</param>
/// <param name="first">Parts of all columns before it.</param>
/// <param name="own">Its own parts, those of its children included.</param>
internal sealed class ArrowField(string name, ArrowType type, ArrowParts first, ArrowParts own)
{
    internal string Name { get; } = name;

    internal ArrowType Type { get; } = type;

    /// <summary>Parts of all columns before it.</summary>
    internal ArrowParts First { get; } = first;

    /// <summary>Its own parts, those of its children included.</summary>
    internal ArrowParts Own { get; } = own;
}
