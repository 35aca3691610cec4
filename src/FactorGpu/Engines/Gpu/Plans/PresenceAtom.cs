using FactorGpu.Expressions;

namespace FactorGpu.Engines.Gpu.Plans;

/// <summary>A test of one bar that presence depends on: a condition is true there, a series that is computed for all bars has left a mark there, or its slot lies in a range.</summary>
/// <param name="Condition">The condition per bar, or the series with the marks; null for a range of slots.</param>
/// <param name="First">First slot of the range.</param>
/// <param name="Last">Last slot of the range.</param>
/// <param name="Shift">The bar that is looked at, counted from the one asked for.</param>
internal readonly record struct PresenceAtom(ExprNode? Condition, int First, int Last, int Shift);
