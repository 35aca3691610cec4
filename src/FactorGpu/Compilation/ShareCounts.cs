using System;
using System.Collections.Generic;
using FactorGpu.Expressions;

namespace FactorGpu.Compilation;

/// <summary>Makes one count of all counts over series that are present at the same bars: a count looks at no value.</summary>
/// <remarks>Exact. Linear in nodes. Runs last: the passes before it make counts of their own and remove differences in presence.</remarks>
internal sealed class ShareCounts : IGraphPass
{
    public string Name => "share-counts";

    public ExprGraph Run(ExprGraph graph, CompileOptions options)
    {
        var presence = new PresenceAnalysis();
        var counted = new Dictionary<string, ExprNode>(StringComparer.Ordinal);
        return graph.Rebuild((_, node) => node.Operator == Operators.Count ? FirstOfItsKind(node, presence, counted) : node);
    }

    private static ExprNode FirstOfItsKind(ExprNode count, PresenceAnalysis presence, Dictionary<string, ExprNode> counted)
    {
        string signature = presence.Signature(count.Operands[0]);
        counted.TryAdd(signature, count);
        return counted[signature];
    }
}
