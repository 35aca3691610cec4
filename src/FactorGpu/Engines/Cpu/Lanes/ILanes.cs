namespace FactorGpu.Engines.Cpu.Lanes;

/// <summary>Eight float64 lanes: what kernels are written over, once for every hardware width (design 7).</summary>
/// <remarks>
/// Bar i always lies in lane i mod 8, and no operation contracts a product and a sum, so every strategy gives the same bits.
/// Truth values are the low 8 bits of an integer, bit j for lane j.
/// </remarks>
internal unsafe interface ILanes<TSelf>
    where TSelf : unmanaged, ILanes<TSelf>
{
    /// <summary>The 8 numbers from <paramref name="source"/> on, at any alignment.</summary>
    static abstract TSelf Load(double* source);

    /// <summary>The same number in every lane.</summary>
    static abstract TSelf All(double value);

    static abstract TSelf operator +(TSelf a, TSelf b);

    static abstract TSelf operator -(TSelf a, TSelf b);

    static abstract TSelf operator *(TSelf a, TSelf b);

    /// <summary>a / b, NaN where b is 0 (E4).</summary>
    static abstract TSelf Divide(TSelf a, TSelf b);

    static abstract TSelf Negate(TSelf a);

    static abstract TSelf Abs(TSelf a);

    static abstract TSelf Sqrt(TSelf a);

    /// <summary>The smaller, NaN where either is; -0 is below +0.</summary>
    static abstract TSelf Minimum(TSelf a, TSelf b);

    /// <summary>The larger, NaN where either is; -0 is below +0.</summary>
    static abstract TSelf Maximum(TSelf a, TSelf b);

    /// <summary>The smaller of two numbers; what it is with a NaN, or with zeros of both signs, nobody may ask.</summary>
    static abstract TSelf Lower(TSelf a, TSelf b);

    /// <summary>The larger of two numbers, with the same reserve.</summary>
    static abstract TSelf Higher(TSelf a, TSelf b);

    /// <summary>a, NaN where it is infinite.</summary>
    static abstract TSelf Finite(TSelf a);

    /// <summary>Lane j becomes the largest of the lanes 0..j.</summary>
    static abstract TSelf RunningMaximum(TSelf a);

    static abstract uint Less(TSelf a, TSelf b);

    static abstract uint LessOrEqual(TSelf a, TSelf b);

    static abstract uint Equal(TSelf a, TSelf b);

    /// <summary>Lane j of a where bit j is 1, else of b.</summary>
    static abstract TSelf Choose(uint bits, TSelf a, TSelf b);

    /// <summary>Lane j becomes lane j ^ <paramref name="distance"/>, a distance of 4, 2 or 1.</summary>
    static abstract TSelf Swap(TSelf a, int distance);

    /// <summary>Lane 0.</summary>
    static abstract double First(TSelf a);

    /// <summary>Writes the 8 numbers from <paramref name="target"/> on, at any alignment.</summary>
    static abstract void Store(TSelf a, double* target);
}
