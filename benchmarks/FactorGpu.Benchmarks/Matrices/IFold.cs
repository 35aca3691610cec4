using System.Runtime.Intrinsics;

namespace FactorGpu.Benchmarks.Matrices;

/// <summary>How elements become one number.</summary>
internal interface IFold
{
    /// <summary>What stands for an absent element.</summary>
    static abstract double Neutral { get; }

    static abstract double Join(double x, double y);

    static abstract Vector512<double> Join(Vector512<double> x, Vector512<double> y);
}
