using System;
using System.Linq;

namespace FactorGpu.Engines.Reference;

/// <content>Shifts, scans and selections.</content>
internal static partial class ReferenceOperators
{
    private static ReferenceValue Lag(ReferenceCall call) => Shifted(call.X, -call.Attributes[0]);

    private static ReferenceValue Lead(ReferenceCall call) => Shifted(call.X, call.Attributes[0]);

    private static ReferenceValue Cummax(ReferenceCall call)
    {
        ReferenceValue x = call.X;
        double largest = double.NegativeInfinity;
        return Series(x.Length, x.IsPresent, i =>
        {
            largest = x.IsPresent(i) ? Math.Max(largest, x.At(i)) : largest;
            return largest;
        });
    }

    private static ReferenceValue Where(ReferenceCall call)
        => Series(call.X.Length, i => call.X.IsPresent(i) && call.Y.IsPresent(i) && call.Y.At(i) == True, call.X.At);

    private static ReferenceValue Between(ReferenceCall call)
        => Series(
            call.X.Length,
            i => call.X.IsPresent(i) && call.Slots[i] >= call.Attributes[0] && call.Slots[i] <= call.Attributes[1],
            call.X.At);

    private static ReferenceValue Present(ReferenceCall call) => Series(call.X.Length, _ => true, i => Truth(call.X.IsPresent(i)));

    private static ReferenceValue TopFraction(ReferenceCall call)
    {
        ReferenceValue key = call.X;
        int[] eligible = [.. Enumerable.Range(0, key.Length).Where(key.IsPresent)];
        int k = (int)((long)call.Attributes[0] * eligible.Length / call.Attributes[1]);
        int[] best = [.. eligible.OrderByDescending(key.At).ThenBy(i => i).Take(k)];
        return Series(key.Length, key.IsPresent, i => Truth(best.Contains(i)));
    }

    private static ReferenceValue Shifted(ReferenceValue x, int bars)
        => Series(
            x.Length,
            i => i + bars >= 0 && i + bars < x.Length && x.IsPresent(i + bars),
            i => i + bars >= 0 && i + bars < x.Length ? x.At(i + bars) : double.NaN);

    /// <summary>A series of N bars, made in time order.</summary>
    private static ReferenceValue Series(int N, Func<int, bool> isPresent, Func<int, double> element)
    {
        double[] elements = new double[N];
        bool[] present = new bool[N];
        for (int i = 0; i < N; i++)
        {
            present[i] = isPresent(i);
            elements[i] = element(i);
        }

        return ReferenceValue.OfSeries(elements, present);
    }
}
