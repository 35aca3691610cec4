using System.Collections.Immutable;

namespace FactorGpu.Expressions;

/// <summary>The operator table: every operator that a definition, a program or an engine can meet, one row each.</summary>
/// <remarks>Absent elements come only from shifts past the ends, <c>where</c>, <c>between</c> and <c>top_fraction</c>; they are not NaN, and nothing but <c>present</c> sees them (design 5).</remarks>
internal static partial class Operators
{
    /// <summary>All rows, sources first.</summary>
    internal static ImmutableArray<OperatorDescriptor> All =>
    [
        Field, DayValue, Ticks, DayTicks, Tick, Constant,
        Add, Subtract, Multiply, Divide, Negate, Abs, Sqrt, Minimum, Maximum, Finite, Less, LessOrEqual, Greater,
        GreaterOrEqual, Equal, NotEqual, And, Or, Not, IfElse,
        Lag, Lead,
        Cummax,
        Where, Between, Present, TopFraction,
        Count, Sum, Product, Max, Min, First, Last, IsConstant, Mean, Var, Std, Skew, Kurt, Corr,
        WhereBars, Factor,
    ];
}
