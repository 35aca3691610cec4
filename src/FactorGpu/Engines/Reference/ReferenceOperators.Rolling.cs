using System;
using System.Linq;

namespace FactorGpu.Engines.Reference;

/// <content>Each bar from the window of bars that ends with it; elements go into sums oldest first.</content>
internal static partial class ReferenceOperators
{
    private static ReferenceValue RollingSum(ReferenceCall call) => Rolling(call, Total);

    private static ReferenceValue RollingMean(ReferenceCall call) => Rolling(call, Average);

    private static ReferenceValue RollingMax(ReferenceCall call) => Rolling(call, x => x.Aggregate(Math.Max));

    private static ReferenceValue RollingMin(ReferenceCall call) => Rolling(call, x => x.Aggregate(Math.Min));

    private static ReferenceValue RollingStd(ReferenceCall call) => Rolling(call, x => Math.Sqrt(Covariance(x, x, call.Attributes[1])));

    private static ReferenceValue RollingCov(ReferenceCall call)
    {
        int bars = call.Attributes[0];
        return Series(
            call.X.Length,
            i => IsFullWindow(call.X, i, bars) && IsFullWindow(call.Y, i, bars),
            i => Covariance(Window(call.X, i, bars), Window(call.Y, i, bars), call.Attributes[1]));
    }

    private static ReferenceValue Rolling(ReferenceCall call, Func<double[], double> f)
    {
        int bars = call.Attributes[0];
        return Series(call.X.Length, i => IsFullWindow(call.X, i, bars), i => f(Window(call.X, i, bars)));
    }

    /// <summary>True when the window of bars that ends with bar i lies in the sequence and has no absent element.</summary>
    private static bool IsFullWindow(ReferenceValue x, int i, int bars) => i >= bars - 1 && Enumerable.Range(i - bars + 1, bars).All(x.IsPresent);

    /// <summary>The elements of a window, oldest first; those of the sequence alone where it begins inside the window.</summary>
    private static double[] Window(ReferenceValue x, int i, int bars)
        => [.. Enumerable.Range(Math.Max(i - bars + 1, 0), Math.Min(bars, i + 1)).Select(x.At)];
}
