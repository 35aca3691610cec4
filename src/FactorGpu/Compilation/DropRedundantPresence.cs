using FactorGpu.Expressions;

namespace FactorGpu.Compilation;

/// <summary>Replaces <c>where(x, present(y))</c> by x where x is never present without y, as in the correlation of two fields.</summary>
/// <remarks>Exact: the same elements are present, with the same bits. Linear in nodes. Runs after LowerStatistics, which pairs the series of every corr this way.</remarks>
internal sealed class DropRedundantPresence : IGraphPass
{
    public string Name => "drop-redundant-presence";

    public ExprGraph Run(ExprGraph graph, CompileOptions options)
    {
        var presence = new PresenceAnalysis();
        return graph.Rebuild((_, node) => IsRedundant(node, presence) ? node.Operands[0] : node);
    }

    private static bool IsRedundant(ExprNode node, PresenceAnalysis presence)
        => node.Operator == Operators.Where
            && node.Operands[1].Operator == Operators.Present
            && presence.IsWithin(node.Operands[0], node.Operands[1].Operands[0]);
}
