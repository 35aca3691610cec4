namespace FactorGpu.Engines;

/// <summary>A float64, or several at a time: what <see cref="ElementaryFunctions"/> are written over. No operation contracts a product and a sum, so all give the same bits.</summary>
/// <remarks>Truth values are the low bits of an integer, bit j for number j.</remarks>
internal interface IReal<TSelf>
    where TSelf : unmanaged, IReal<TSelf>
{
    /// <summary>The same number everywhere.</summary>
    static abstract TSelf All(double value);

    static abstract TSelf operator +(TSelf a, TSelf b);

    static abstract TSelf operator -(TSelf a, TSelf b);

    static abstract TSelf operator *(TSelf a, TSelf b);

    /// <summary>a / b, NaN where b is 0.</summary>
    static abstract TSelf operator /(TSelf a, TSelf b);

    /// <summary>The bits of float64 that both have.</summary>
    static abstract TSelf operator &(TSelf a, TSelf b);

    /// <summary>The bits of float64 that either has.</summary>
    static abstract TSelf operator |(TSelf a, TSelf b);

    /// <summary>The bits of float64 moved up.</summary>
    static abstract TSelf operator <<(TSelf a, int bits);

    /// <summary>The bits of float64 moved down, with 0 in their place.</summary>
    static abstract TSelf operator >>>(TSelf a, int bits);

    static abstract uint Less(TSelf a, TSelf b);

    static abstract uint Equal(TSelf a, TSelf b);

    /// <summary>a where the condition is true, else b.</summary>
    static abstract TSelf Choose(uint condition, TSelf a, TSelf b);
}
