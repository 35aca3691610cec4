using System;
using System.Collections.Generic;
using FactorGpu.Expressions;

namespace FactorGpu.Compilation;

/// <summary>Makes one node of all counts, and of all <c>present</c> conditions, over series that are present at the same bars: they look at no value.</summary>
/// <remarks>Exact. Linear in nodes. Runs last: the passes before it make counts of their own and remove differences in presence.</remarks>
internal sealed class SharePresence : IGraphPass
{
    public string Name => "share-presence";

    public ExprGraph Run(ExprGraph graph, CompileOptions options)
    {
        var presence = new PresenceAnalysis();
        var kept = new Dictionary<string, ExprNode>(StringComparer.Ordinal);
        return graph.Rebuild((_, node) => node.Operator == Operators.Count || node.Operator == Operators.Present ? FirstOfItsKind(node, presence, kept) : node);
    }

    private static ExprNode FirstOfItsKind(ExprNode node, PresenceAnalysis presence, Dictionary<string, ExprNode> kept)
    {
        string signature = node.Operator.Name + " " + presence.Signature(node.Operands[0]);
        kept.TryAdd(signature, node);
        return kept[signature];
    }
}
