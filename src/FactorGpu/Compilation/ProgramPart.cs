using System;
using System.Collections.Immutable;

namespace FactorGpu.Compilation;

/// <summary>A program in one precision that gives some rows of a result.</summary>
/// <param name="Program">What engines run.</param>
/// <param name="Rows">Row of the whole result [K, S] of each factor of <paramref name="Program"/>, ascending.</param>
internal readonly record struct ProgramPart(FactorProgram Program, ImmutableArray<int> Rows)
{
    /// <summary>Copies the rows of the part into the whole result.</summary>
    /// <param name="own">What the part gave, [k, S].</param>
    /// <param name="values">Result [K, S].</param>
    /// <param name="S">Number of stocks.</param>
    internal void Place(ReadOnlySpan<double> own, Span<double> values, int S)
    {
        for (int k = 0; k < Rows.Length; k++)
        {
            own.Slice(k * S, S).CopyTo(values.Slice(Rows[k] * S, S));
        }
    }
}
