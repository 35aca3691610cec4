using System.Collections.Immutable;

namespace FactorGpu.Expressions;

/// <summary>The operator table: every operator that a definition, a program or an engine can meet, one row each.</summary>
/// <remarks>Absent elements come only from shifts past the ends, windows that are not full, selections and <c>group_sum</c>; they are not NaN, and nothing but <c>present</c> sees them (design 5).</remarks>
internal static partial class Operators
{
    /// <summary>All rows, sources first.</summary>
    internal static ImmutableArray<OperatorDescriptor> All =>
    [
        Field, DayValue, Slot, BarIndex, Ticks, DayTicks, Tick, Constant,
        Add, Subtract, Multiply, Divide, Negate, Abs, Sqrt, Minimum, Maximum, Finite, Less, LessOrEqual, Greater,
        GreaterOrEqual, Equal, NotEqual, And, Or, Not, IfElse,
        Floor, Log, Log1p, Exp, Expm1, Atan, Erfc, Cbrt,
        Lag, Lead,
        Cummax,
        RollingSum, RollingMean, RollingMax, RollingMin, RollingStd, RollingCov,
        Where, Between, Present, TopFraction, TopCount,
        Rank, CumsumBy, GroupSum,
        Count, Sum, Product, Max, Min, First, Last, IsConstant, Mean, Var, Std, Skew, Kurt, Corr, Cov, Quantile,
        WhereBars, Factor,
    ];
}
