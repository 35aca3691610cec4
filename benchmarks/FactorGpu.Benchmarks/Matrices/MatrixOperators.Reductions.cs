using System;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace FactorGpu.Benchmarks.Matrices;

/// <content>One number a stock, along the minutes.</content>
internal static partial class MatrixOperators
{
    private static MatrixValue Sum(MatrixCall call) => PerStock(call, s => Fold<Folds.Sum>(call.X, s));

    private static MatrixValue Product(MatrixCall call) => PerStock(call, s => Fold<Folds.Product>(call.X, s));

    private static MatrixValue Max(MatrixCall call) => PerStock(call, s => NaNForNone<Folds.Max>(call.X, s));

    private static MatrixValue Min(MatrixCall call) => PerStock(call, s => NaNForNone<Folds.Min>(call.X, s));

    private static MatrixValue Count(MatrixCall call) => PerStock(call, s =>
    {
        int n = 0;
        foreach (ulong marks in MemoryMarshal.Cast<byte, ulong>(RowOf(call.X.Present!, s)))
        {
            n += BitOperations.PopCount(marks);
        }

        return n;
    });

    private static MatrixValue First(MatrixCall call) => PerStock(call, s => ElementAt(call.X, s, RowOf(call.X.Present!, s).IndexOf((byte)1)));

    private static MatrixValue Last(MatrixCall call) => PerStock(call, s => ElementAt(call.X, s, RowOf(call.X.Present!, s).LastIndexOf((byte)1)));

    /// <summary>Largest and smallest are equal; false for none, as NaN equals nothing.</summary>
    private static MatrixValue IsConstant(MatrixCall call)
        => PerStock(call, s => NaNForNone<Folds.Max>(call.X, s) == NaNForNone<Folds.Min>(call.X, s) ? 1 : 0);

    private static double ElementAt(MatrixValue x, int s, int i) => i < 0 ? double.NaN : RowOf(x.Numbers!, s)[i];

    private static double NaNForNone<TFold>(MatrixValue x, int s)
        where TFold : IFold
    {
        double folded = Fold<TFold>(x, s);
        return folded == TFold.Neutral ? double.NaN : folded;
    }

    private static double Fold<TFold>(MatrixValue x, int s)
        where TFold : IFold
    {
        ReadOnlySpan<double> row = RowOf(x.Numbers!, s);
        ReadOnlySpan<byte> present = RowOf(x.Present!, s);
        var neutral = Vector512.Create(TFold.Neutral);
        Vector512<double> folded = neutral;
        for (int i = 0; i < row.Length; i += ByteMask.Count)
        {
            folded = TFold.Join(folded, ByteMask.Select(present[i..], Vector512.Create(row[i..]), neutral));
        }

        double all = folded[0];
        for (int lane = 1; lane < Vector512<double>.Count; lane++)
        {
            all = TFold.Join(all, folded[lane]);
        }

        return all;
    }

    private static MatrixValue PerStock(MatrixCall call, Func<int, double> f)
    {
        double[] scalars = new double[call.Memory.Stocks];
        for (int s = 0; s < scalars.Length; s++)
        {
            scalars[s] = f(s);
        }

        return MatrixValue.OfScalars(scalars);
    }
}
