namespace FactorGpu.Arrow.Ipc;

/// <summary>How many entries of the flat lists of a record batch belong to one or several columns.</summary>
/// <param name="Nodes">Entries of the list of nodes.</param>
/// <param name="Buffers">Entries of the list of buffers, without the data buffers of view columns, whose number each batch tells.</param>
/// <param name="Views">Entries of the list that tells the number of data buffers of view columns.</param>
internal readonly record struct ArrowParts(int Nodes, int Buffers, int Views)
{
    public static ArrowParts operator +(ArrowParts a, ArrowParts b) => new(a.Nodes + b.Nodes, a.Buffers + b.Buffers, a.Views + b.Views);

    /// <summary>The parts of one column of a type, without its children.</summary>
    /// <param name="kind">The type.</param>
    /// <param name="isBeforeV5">True for metadata of version 4, in which unions have a validity buffer.</param>
    internal static ArrowParts Of(ArrowTypeKind kind, bool isBeforeV5)
    {
        int buffers = kind switch
        {
            ArrowTypeKind.Null or ArrowTypeKind.RunEndEncoded => 0,
            ArrowTypeKind.Struct or ArrowTypeKind.FixedSizeList => 1,
            ArrowTypeKind.SparseUnion => isBeforeV5 ? 2 : 1,
            ArrowTypeKind.DenseUnion => isBeforeV5 ? 3 : 2,
            ArrowTypeKind.Utf8 or ArrowTypeKind.LargeUtf8 or ArrowTypeKind.Binary or ArrowTypeKind.LargeBinary => 3,
            ArrowTypeKind.ListView or ArrowTypeKind.LargeListView => 3,
            _ => 2,
        };
        return new ArrowParts(1, buffers, kind is ArrowTypeKind.Utf8View or ArrowTypeKind.BinaryView ? 1 : 0);
    }
}
