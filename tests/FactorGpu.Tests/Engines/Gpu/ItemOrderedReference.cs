using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using FactorGpu.Bars;
using FactorGpu.Compilation;
using FactorGpu.Engines.Reference;
using FactorGpu.Expressions;

namespace FactorGpu.Tests.Engines.Gpu;

/// <summary>The reference on the compiled graph, with sums and products in the order that kernels promise: bar i in item i mod W, items folded to 32, those one after the other. All other operators are exact, so that every bit is told.</summary>
internal static class ItemOrderedReference
{
    private const int FoldedItems = 32;

    /// <summary>Values [K, S]; every NaN is <see cref="double.NaN"/>.</summary>
    internal static double[] Run(FactorProgram program, DayTensor day, int W)
    {
        FrozenDictionary<string, Func<ReferenceCall, ReferenceValue>> operators = new Dictionary<string, Func<ReferenceCall, ReferenceValue>>(ReferenceOperators.Table)
        {
            [Operators.Sum.Name] = call => InItems(call.X, W, 0, (a, b) => a + b),
            [Operators.Product.Name] = call => InItems(call.X, W, 1, (a, b) => a * b),
        }.ToFrozenDictionary(StringComparer.Ordinal);
        double[] values = new double[program.Factors.Length * day.Shape.S];
        for (int s = 0; s < day.Shape.S; s++)
        {
            double[] outputs = new StockDayEvaluation(day, s, operators).Evaluate(program.Graph);
            for (int k = 0; k < outputs.Length; k++)
            {
                values[(k * day.Shape.S) + s] = double.IsNaN(outputs[k]) ? double.NaN : outputs[k];
            }
        }

        return values;
    }

    private static ReferenceValue InItems(ReferenceValue x, int W, double neutral, Func<double, double, double> fold)
    {
        double[] items = new double[W];
        Array.Fill(items, neutral);
        for (int i = 0; i < x.Length; i++)
        {
            items[i % W] = x.IsPresent(i) ? fold(items[i % W], x.At(i)) : items[i % W];
        }

        for (int j = FoldedItems; j < W; j++)
        {
            items[j % FoldedItems] = fold(items[j % FoldedItems], items[j]);
        }

        double whole = items[0];
        for (int j = 1; j < FoldedItems; j++)
        {
            whole = fold(whole, items[j]);
        }

        return ReferenceValue.OfScalar(whole);
    }
}
