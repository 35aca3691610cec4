namespace FactorGpu.Engines.Cpu.Lanes;

/// <summary>A group of lanes, 64 bytes: eight float64 or sixteen float32. What kernels are written over, once for every hardware width and precision (design 7).</summary>
/// <remarks>
/// Bar i always lies in lane i mod <see cref="Count"/>, and no operation contracts a product and a sum, so every strategy gives the same bits.
/// Truth values are the low bits of an integer, bit j for lane j.
/// </remarks>
internal unsafe interface ILanes<TSelf, T>
    where TSelf : unmanaged, ILanes<TSelf, T>
    where T : unmanaged
{
    /// <summary>Lanes of a group: a power of two that divides 64.</summary>
    static abstract int Count { get; }

    /// <summary>The group of numbers from <paramref name="source"/> on, at any alignment.</summary>
    static abstract TSelf Load(T* source);

    /// <summary>The same number in every lane.</summary>
    static abstract TSelf All(T value);

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

    /// <summary>The bits of the lanes that both have.</summary>
    static abstract TSelf And(TSelf a, TSelf b);

    /// <summary>The bits of the lanes that either has.</summary>
    static abstract TSelf Or(TSelf a, TSelf b);

    /// <summary>The bits of each 8 bytes moved up.</summary>
    static abstract TSelf ShiftUp(TSelf a, int bits);

    /// <summary>The bits of each 8 bytes moved down, with 0 in their place.</summary>
    static abstract TSelf ShiftDown(TSelf a, int bits);

    /// <summary>Lane j of a where bit j is 1, else of b.</summary>
    static abstract TSelf Choose(uint bits, TSelf a, TSelf b);

    /// <summary>The lane at byte b becomes that at byte b ^ <paramref name="bytes"/>: 32, 16, 8, or 4 where lanes are that small.</summary>
    static abstract TSelf Swap(TSelf a, int bytes);

    /// <summary>Lane 0.</summary>
    static abstract T First(TSelf a);

    /// <summary>Writes the group of numbers from <paramref name="target"/> on, at any alignment.</summary>
    static abstract void Store(TSelf a, T* target);

    /// <summary>Writes a byte a lane: the low 8 bits of how far its ordinal is above <paramref name="low"/>, in steps of 2^<paramref name="shift"/>; 0 for one below.</summary>
    /// <remarks>Ordinals are whole numbers in the order of the lanes' numbers: their bits, mirrored below zero, so that -0 and +0 are one.</remarks>
    static abstract void StoreCodes(TSelf a, long low, int shift, byte* target);
}
