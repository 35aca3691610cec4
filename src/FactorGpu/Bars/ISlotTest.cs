using System.Runtime.Intrinsics;

namespace FactorGpu.Bars;

/// <summary>What a value of a bar is asked, eight slots at a time.</summary>
internal interface ISlotTest
{
    /// <summary>All bits set where a value passes; NaN never does.</summary>
    static abstract Vector512<double> Passes(Vector512<double> values);
}
