using System.Collections.Immutable;

namespace FactorGpu.Compilation;

/// <summary>A program in one precision that gives some rows of a result.</summary>
/// <param name="Program">What engines run.</param>
/// <param name="Rows">Row of the whole result [K, S] of each factor of <paramref name="Program"/>, ascending.</param>
internal readonly record struct ProgramPart(FactorProgram Program, ImmutableArray<int> Rows);
