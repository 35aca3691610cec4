using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Linq;
using FactorGpu.Bars;
using FactorGpu.Compilation;
using FactorGpu.Engines.Reference;
using FactorGpu.Expressions;

namespace FactorGpu.Tests.Engines.Cpu;

/// <summary>The reference on the compiled graph, with sums and products in the order that the SIMD engine promises (design 7): bar i in lane i mod 8, of float32 i mod 16, lanes in one tree. All other operators are exact, so that every bit is told.</summary>
internal static class LaneOrderedReference
{
    private static readonly FrozenDictionary<string, Func<ReferenceCall, ReferenceValue>> s_double = InLanes(lanes: 8, x => x);

    private static readonly FrozenDictionary<string, Func<ReferenceCall, ReferenceValue>> s_single = InLanes(lanes: 16, x => (float)x);

    /// <summary>Values [K, S].</summary>
    internal static double[] Run(FactorProgram program, DayTensor day)
    {
        double[] values = new double[program.Factors.Length * day.Shape.S];
        for (int s = 0; s < day.Shape.S; s++)
        {
            double[] outputs = program.Precision == Precision.Single
                ? new SingleEvaluation(day, s, s_single).Evaluate(program.Graph)
                : new StockDayEvaluation(day, s, s_double).Evaluate(program.Graph);
            for (int k = 0; k < outputs.Length; k++)
            {
                values[(k * day.Shape.S) + s] = outputs[k];
            }
        }

        return values;
    }

    private static FrozenDictionary<string, Func<ReferenceCall, ReferenceValue>> InLanes(int lanes, Func<double, double> round)
        => new Dictionary<string, Func<ReferenceCall, ReferenceValue>>(ReferenceOperators.Table)
        {
            [Operators.Sum.Name] = call => Fold(call.X, lanes, 0, (a, b) => round(a + b)),
            [Operators.Product.Name] = call => Fold(call.X, lanes, 1, (a, b) => round(a * b)),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    private static ReferenceValue Fold(ReferenceValue x, int lanes, double neutral, Func<double, double, double> fold)
    {
        double[] lane = [.. Enumerable.Repeat(neutral, lanes)];
        for (int i = 0; i < x.Length; i++)
        {
            lane[i % lanes] = x.IsPresent(i) ? fold(lane[i % lanes], x.At(i)) : lane[i % lanes];
        }

        for (int half = lanes / 2; half > 0; half /= 2)
        {
            lane = [.. lane[..half].Zip(lane[half..], fold)];
        }

        return ReferenceValue.OfScalar(lane[0]);
    }
}
