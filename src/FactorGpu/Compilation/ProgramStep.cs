using FactorGpu.Expressions;

namespace FactorGpu.Compilation;

/// <summary>One step of a program.</summary>
/// <param name="Node">What to compute.</param>
/// <param name="Level">Sweep over the bars in which it can be computed, from 0.</param>
internal sealed record ProgramStep(ExprNode Node, int Level);
