using FactorGpu.Expressions;

namespace FactorGpu.Factors;

/// <summary>Returns of the bars, beside the <see cref="Day.Return"/> from bar to bar.</summary>
internal static class Returns
{
    /// <summary>q_i = R(c_i, o_i) of catalogue 1.4.</summary>
    internal static Series IntraBar(Day day) => day.Close.ChangeFrom(day.Open);

    /// <summary>ℓ_i = log1p(r_i) of catalogue 1.4.</summary>
    internal static Series Log(Day day) => day.Return.Log1p();
}
