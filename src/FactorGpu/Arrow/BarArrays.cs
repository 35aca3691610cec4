using System;
using System.Collections.Immutable;
using FactorGpu.Bars;

namespace FactorGpu.Arrow;

/// <summary>Field columns that lie in memory: those of a text file, which is parsed row by row.</summary>
/// <param name="rowCount">Rows; the arrays may be longer.</param>
/// <param name="fields">Per row, the values by <see cref="BarField"/> [F]; null for a field that the file lacks.</param>
internal sealed class BarArrays(int rowCount, ImmutableArray<double[]?> fields) : IBarValues
{
    private readonly int[] _partRows = [rowCount];

    public ReadOnlySpan<int> PartRows => _partRows;

    public bool Has(BarField field) => fields[(int)field] is not null;

    public ReadOnlySpan<double> Read(BarField field, int part, Span<double> scratch) => fields[(int)field].AsSpan(0, rowCount);

    public void Dispose()
    {
    }
}
