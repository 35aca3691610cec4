using System;
using FactorGpu.Bars;
using FactorGpu.Compilation;
using FactorGpu.Expressions;

namespace FactorGpu.Engines.Reference;

/// <summary>The meaning of a program: scalar float64, factor after factor, stock after stock, from each definition's graph before any pass.</summary>
/// <remarks>It is the for-loop that the library replaces, and is never optimised: nothing is shared between factors, every operator is one obvious loop.</remarks>
internal sealed class ReferenceEngine : IFactorEngine
{
    public void Run(FactorProgram program, DayTensor day, Span<double> values)
    {
        int S = day.Shape.S;
        ArgumentOutOfRangeException.ThrowIfNotEqual(values.Length, program.Factors.Length * S);
        for (int k = 0; k < program.Factors.Length; k++)
        {
            ExprGraph definition = program.Definitions[k];
            for (int s = 0; s < S; s++)
            {
                values[(k * S) + s] = new StockDayEvaluation(day, s).Evaluate(definition)[0];
            }
        }
    }
}
