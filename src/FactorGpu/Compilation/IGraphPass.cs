using FactorGpu.Expressions;

namespace FactorGpu.Compilation;

/// <summary>A rewrite of a graph: pure, deterministic, leaves its input alone.</summary>
internal interface IGraphPass
{
    string Name { get; }

    ExprGraph Run(ExprGraph graph, CompileOptions options);
}
