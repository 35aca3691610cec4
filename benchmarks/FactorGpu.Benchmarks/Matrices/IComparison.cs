using System.Runtime.Intrinsics;

namespace FactorGpu.Benchmarks.Matrices;

/// <summary>A comparison of two numbers; none holds where one is NaN, but for "not equal".</summary>
internal interface IComparison
{
    static abstract bool Holds(double x, double y);

    /// <summary>All bits of a lane set where it holds.</summary>
    static abstract Vector512<double> Holds(Vector512<double> x, Vector512<double> y);
}
