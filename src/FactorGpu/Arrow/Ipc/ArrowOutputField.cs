namespace FactorGpu.Arrow.Ipc;

/// <summary>A column of a schema that is written.</summary>
/// <param name="Name">Column name.</param>
/// <param name="Type">Column type.</param>
/// <param name="ListSize">Elements of each list; 0 for a column without lists.</param>
internal sealed record ArrowOutputField(string Name, ArrowOutputType Type, int ListSize = 0);
