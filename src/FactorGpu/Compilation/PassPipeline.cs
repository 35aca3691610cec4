using System.Collections.Immutable;
using FactorGpu.Expressions;

namespace FactorGpu.Compilation;

/// <summary>The passes and their order; the verifier runs before the first and after each.</summary>
internal static class PassPipeline
{
    internal static ImmutableArray<IGraphPass> Passes { get; } =
        [new LowerPrices(), new ShareSubexpressions(), new LowerWindows(), new LowerStatistics(), new RestrictPresence(), new SharePresence()];

    internal static ExprGraph Run(ExprGraph graph, CompileOptions options) => Run(graph, Passes, options);

    internal static ExprGraph Run(ExprGraph graph, ImmutableArray<IGraphPass> passes, CompileOptions options)
    {
        GraphVerifier.Verify(graph, "binding");
        foreach (IGraphPass pass in passes)
        {
            ExprGraph before = graph;
            graph = pass.Run(graph, options);
            if (graph != before)
            {
                GraphVerifier.Verify(graph, pass.Name);
            }

            if (options.OnPass is not null)
            {
                string text = GraphPrinter.Print(graph);
                options.OnPass(new PassReport(pass.Name, text, isUnchanged: text == GraphPrinter.Print(before)));
            }
        }

        return graph;
    }
}
