using System;
using FactorGpu.Bars;
using FactorGpu.Compilation;
using FactorGpu.Engines;

namespace FactorGpu.Benchmarks.Matrices;

/// <summary>What a NumPy program does: each operator over the matrices of all stocks, one after the other, on one thread.</summary>
/// <remarks>
/// Each operator reads whole matrices and writes a whole one. In its favour: it runs the compiled graph, in which factors share what is equal, its loops are SIMD,
/// and memory that is no more needed is used again.
/// </remarks>
internal sealed class MatrixEngine : IFactorEngine
{
    private MatrixMemory _memory = new(0);

    public void Run(FactorProgram program, DayTensor day, Span<double> values)
    {
        int S = day.Shape.S;
        ArgumentOutOfRangeException.ThrowIfNotEqual(values.Length, program.Factors.Length * S);
        if (_memory.Stocks != S)
        {
            _memory = new MatrixMemory(S);
        }

        new MatrixEvaluation(day, _memory).Run(program.Graph, values);
    }
}
