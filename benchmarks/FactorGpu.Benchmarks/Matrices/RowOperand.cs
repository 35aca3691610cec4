using System;
using System.Runtime.Intrinsics;

namespace FactorGpu.Benchmarks.Matrices;

/// <summary>The row of a matrix, or the scalar of a stock at every bar.</summary>
internal readonly ref struct RowOperand
{
    private readonly ReadOnlySpan<double> _row;
    private readonly Vector512<double> _scalar;

    internal RowOperand(MatrixValue value, int s)
    {
        _scalar = Vector512.Create(value.Scalars?[s] ?? double.NaN);
        _row = value.Numbers is { } numbers ? numbers.Items.AsSpan(s * MatrixMemory.RowStride, MatrixMemory.RowStride) : default;
    }

    /// <summary>Eight elements from bar i on.</summary>
    internal Vector512<double> At(int i) => _row.IsEmpty ? _scalar : Vector512.Create(_row[i..]);
}
