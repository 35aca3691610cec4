using System;
using System.Linq;

namespace FactorGpu.Engines.Reference;

/// <content>Each bar from its place among all bars by a key, or from the bars of equal key.</content>
internal static partial class ReferenceOperators
{
    private static ReferenceValue TopCount(ReferenceCall call)
    {
        ReferenceValue key = call.X;
        int[] eligible = [.. Enumerable.Range(0, key.Length).Where(key.IsPresent)];
        double k = Math.Floor(call.Y.Scalar);
        int[] best = [.. eligible.OrderByDescending(key.At).ThenBy(i => i).Where((_, place) => place < k)];
        return Series(key.Length, key.IsPresent, i => Truth(best.Contains(i)));
    }

    private static ReferenceValue Rank(ReferenceCall call)
    {
        ReferenceValue key = call.X;
        return Series(key.Length, key.IsPresent, i =>
        {
            int place = 1;
            for (int j = 0; j < key.Length; j++)
            {
                bool isBefore = key.At(j) < key.At(i) || (key.At(j) == key.At(i) && j < i);
                place += key.IsPresent(j) && isBefore ? 1 : 0;
            }

            return HasNaN(key) ? double.NaN : place;
        });
    }

    private static ReferenceValue CumsumBy(ReferenceCall call)
    {
        ReferenceValue bound = call.Operands[2];
        ReferenceValue key = Where(call.X, call.Y);
        int[] order = [.. Enumerable.Range(0, key.Length).Where(key.IsPresent).OrderBy(key.At)];
        return Series(key.Length, bound.IsPresent, i =>
        {
            double total = 0;
            foreach (int j in order.Where(j => key.At(j) <= bound.At(i)))
            {
                total += call.X.At(j);
            }

            return HasNaN(key) || double.IsNaN(bound.At(i)) ? double.NaN : total;
        });
    }

    private static ReferenceValue GroupSum(ReferenceCall call)
    {
        ReferenceValue x = call.X;
        ReferenceValue key = Where(x, call.Y);
        return Series(x.Length, i => key.IsPresent(i) && !Enumerable.Range(0, i).Any(j => key.IsPresent(j) && key.At(j) == key.At(i)), i =>
        {
            double total = 0;
            for (int j = 0; j < x.Length; j++)
            {
                total += key.IsPresent(j) && key.At(j) == key.At(i) ? x.At(j) : 0;
            }

            return HasNaN(key) ? double.NaN : total;
        });
    }

    /// <summary>A key at the bars where x is present too.</summary>
    private static ReferenceValue Where(ReferenceValue x, ReferenceValue key) => Series(key.Length, i => x.IsPresent(i) && key.IsPresent(i), key.At);

    private static bool HasNaN(ReferenceValue key) => key.PresentElements().Any(double.IsNaN);
}
