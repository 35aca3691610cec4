using System;
using System.Runtime.Intrinsics;

namespace FactorGpu.Benchmarks.Matrices;

/// <summary>The reductions that join elements two by two. The largest and the smallest are NaN where any element is.</summary>
internal static class Folds
{
    internal readonly struct Sum : IFold
    {
        public static double Neutral => 0;

        public static double Join(double x, double y) => x + y;

        public static Vector512<double> Join(Vector512<double> x, Vector512<double> y) => x + y;
    }

    internal readonly struct Product : IFold
    {
        public static double Neutral => 1;

        public static double Join(double x, double y) => x * y;

        public static Vector512<double> Join(Vector512<double> x, Vector512<double> y) => x * y;
    }

    internal readonly struct Max : IFold
    {
        public static double Neutral => double.NegativeInfinity;

        public static double Join(double x, double y) => Math.Max(x, y);

        public static Vector512<double> Join(Vector512<double> x, Vector512<double> y) => Vector512.Max(x, y);
    }

    internal readonly struct Min : IFold
    {
        public static double Neutral => double.PositiveInfinity;

        public static double Join(double x, double y) => Math.Min(x, y);

        public static Vector512<double> Join(Vector512<double> x, Vector512<double> y) => Vector512.Min(x, y);
    }
}
