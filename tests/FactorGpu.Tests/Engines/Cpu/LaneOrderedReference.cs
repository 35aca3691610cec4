using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using FactorGpu.Bars;
using FactorGpu.Compilation;
using FactorGpu.Engines.Reference;
using FactorGpu.Expressions;

namespace FactorGpu.Tests.Engines.Cpu;

/// <summary>The reference on the compiled graph, with sums and products in the order that the SIMD engine promises (design 7): bar i in lane i mod 8, lanes in one tree. All other operators are exact, so that every bit is told.</summary>
internal static class LaneOrderedReference
{
    private static readonly FrozenDictionary<string, Func<ReferenceCall, ReferenceValue>> s_operators =
        new Dictionary<string, Func<ReferenceCall, ReferenceValue>>(ReferenceOperators.Table)
        {
            [Operators.Sum.Name] = call => InLanes(call.X, 0, (a, b) => a + b),
            [Operators.Product.Name] = call => InLanes(call.X, 1, (a, b) => a * b),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Values [K, S].</summary>
    internal static double[] Run(FactorProgram program, DayTensor day)
    {
        double[] values = new double[program.Factors.Length * day.Shape.S];
        for (int s = 0; s < day.Shape.S; s++)
        {
            double[] outputs = new StockDayEvaluation(day, s, s_operators).Evaluate(program.Graph);
            for (int k = 0; k < outputs.Length; k++)
            {
                values[(k * day.Shape.S) + s] = outputs[k];
            }
        }

        return values;
    }

    private static ReferenceValue InLanes(ReferenceValue x, double neutral, Func<double, double, double> fold)
    {
        double[] lane = [neutral, neutral, neutral, neutral, neutral, neutral, neutral, neutral];
        for (int i = 0; i < x.Length; i++)
        {
            lane[i % 8] = x.IsPresent(i) ? fold(lane[i % 8], x.At(i)) : lane[i % 8];
        }

        double even = fold(fold(lane[0], lane[4]), fold(lane[2], lane[6]));
        double odd = fold(fold(lane[1], lane[5]), fold(lane[3], lane[7]));
        return ReferenceValue.OfScalar(fold(even, odd));
    }
}
