namespace FactorGpu.Expressions;

/// <summary>A named scalar that a graph gives.</summary>
/// <param name="FactorId">Id of the factor.</param>
/// <param name="Node">Its scalar node.</param>
internal sealed record GraphOutput(string FactorId, ExprNode Node);
