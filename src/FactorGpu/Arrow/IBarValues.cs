using System;
using FactorGpu.Bars;

namespace FactorGpu.Arrow;

/// <summary>The field columns of a file, decoded when asked for. Parts are read independently of each other, on any thread.</summary>
internal interface IBarValues : IDisposable
{
    /// <summary>Rows of each part, which follow each other: the record batches of an Arrow file; a text file is one part.</summary>
    ReadOnlySpan<int> PartRows { get; }

    bool Has(BarField field);

    /// <summary>The values of a field that the file has.</summary>
    /// <param name="field">The field.</param>
    /// <param name="part">Position of the part.</param>
    /// <param name="scratch">At least as long as the part has rows; the values are put here unless they lie ready elsewhere.</param>
    /// <returns>One value per row of the part; NaN where there is none.</returns>
    ReadOnlySpan<double> Read(BarField field, int part, Span<double> scratch);
}
