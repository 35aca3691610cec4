using System.Runtime.Intrinsics;

namespace FactorGpu.Benchmarks.Matrices;

/// <summary>The six comparisons.</summary>
internal static class Comparisons
{
    internal readonly struct Less : IComparison
    {
        public static bool Holds(double x, double y) => x < y;

        public static Vector512<double> Holds(Vector512<double> x, Vector512<double> y) => Vector512.LessThan(x, y);
    }

    internal readonly struct LessOrEqual : IComparison
    {
        public static bool Holds(double x, double y) => x <= y;

        public static Vector512<double> Holds(Vector512<double> x, Vector512<double> y) => Vector512.LessThanOrEqual(x, y);
    }

    internal readonly struct Greater : IComparison
    {
        public static bool Holds(double x, double y) => x > y;

        public static Vector512<double> Holds(Vector512<double> x, Vector512<double> y) => Vector512.GreaterThan(x, y);
    }

    internal readonly struct GreaterOrEqual : IComparison
    {
        public static bool Holds(double x, double y) => x >= y;

        public static Vector512<double> Holds(Vector512<double> x, Vector512<double> y) => Vector512.GreaterThanOrEqual(x, y);
    }

    internal readonly struct Equal : IComparison
    {
        public static bool Holds(double x, double y) => x == y;

        public static Vector512<double> Holds(Vector512<double> x, Vector512<double> y) => Vector512.Equals(x, y);
    }

    internal readonly struct NotEqual : IComparison
    {
        public static bool Holds(double x, double y) => x != y;

        public static Vector512<double> Holds(Vector512<double> x, Vector512<double> y) => ~Vector512.Equals(x, y);
    }
}
