using System.Text;
using FactorGpu.Expressions;

namespace FactorGpu.Compilation;

/// <summary>Writes a graph as numbered lines, one node each, and its outputs.</summary>
internal static class GraphPrinter
{
    internal static string Print(ExprGraph graph)
    {
        var nodes = new NodeText(graph.Nodes);
        var text = new StringBuilder();
        nodes.AppendSequences(text);
        foreach (ExprNode node in graph.Nodes)
        {
            text.Append(nodes.Line(node)).Append('\n');
        }

        foreach (GraphOutput output in graph.Outputs)
        {
            text.Append(output.FactorId).Append(" = ").Append(nodes.Number(output.Node)).Append('\n');
        }

        return text.ToString();
    }
}
