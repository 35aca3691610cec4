using FactorGpu.Expressions;

namespace FactorGpu.Compilation;

/// <summary>Makes equal subexpressions one node, across factors.</summary>
/// <remarks>Exact: no result bit changes. Linear in nodes. Runs before the other exact passes: what they look at is then there once.</remarks>
internal sealed class ShareSubexpressions : IGraphPass
{
    public string Name => "share-subexpressions";

    public ExprGraph Run(ExprGraph graph, CompileOptions options) => graph.Rebuild((_, node) => node);
}
