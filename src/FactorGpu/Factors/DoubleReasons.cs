namespace FactorGpu.Factors;

/// <summary>Why factors are computed in double precision, where several share a reason.</summary>
internal static class DoubleReasons
{
    /// <summary>Factors that compare cumulated volumes.</summary>
    internal const string ExactVolumes = "cumulated volumes are compared as exact whole numbers (catalogue 1.5)";

    /// <summary>Factors that place bars by a computed key.</summary>
    internal const string NearKeys = "keys that differ in the eighth digit may be one in float32 and change places; bars that change places move the value by more than the bound";

    /// <summary>Counts of bars beyond a computed bound.</summary>
    internal const string CountedBars = "whether a bar at the computed bound counts may hang on the eighth digit, and one bar more or less is more than the bound of the error";

    /// <summary>Products of many ratios near 1, less 1.</summary>
    internal const string ManyRatios = "each of up to 50 ratios near 1 is rounded to seven digits; where their product is near 1, too few are left of what it differs by";

    /// <summary>Differences of two sums that are nearly equal.</summary>
    internal const string NearlyEqualSums = "it is what two nearly equal numbers differ by, which are known to seven digits in float32";

    /// <summary>Quotients of moments.</summary>
    internal const string SmallKurtosis = "the kurtosis it is divided by may be near 0, where seven digits of the fourth moment leave it few";

    /// <summary>Moments of volumes.</summary>
    internal const string FourthPowers = "the fourth power of a deviation above a thousand million shares is beyond the range of float32";
}
