namespace FactorGpu.Benchmarks.Matrices;

/// <summary>Memory of one matrix [S, <see cref="MatrixMemory.RowStride"/>], and how many values still need it.</summary>
/// <param name="items">The elements, row after row.</param>
internal sealed class Matrix<T>(T[] items)
{
    internal T[] Items { get; } = items;

    /// <summary>Values that share the matrix.</summary>
    internal int Users { get; set; }
}
