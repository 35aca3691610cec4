using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using FactorGpu.Expressions;

namespace FactorGpu.Engines.Reference;

/// <summary>Each operator of the table as one obvious loop over float64. A method has its operator's name in Pascal.</summary>
internal static partial class ReferenceOperators
{
    internal const double True = 1;
    internal const double False = 0;

    /// <summary>The method of every operator that can be a node with operands, by the operator's name.</summary>
    internal static FrozenDictionary<string, Func<ReferenceCall, ReferenceValue>> Table { get; } =
        new Dictionary<OperatorDescriptor, Func<ReferenceCall, ReferenceValue>>
        {
            [Operators.Add] = Add,
            [Operators.Subtract] = Subtract,
            [Operators.Multiply] = Multiply,
            [Operators.Divide] = Divide,
            [Operators.Negate] = Negate,
            [Operators.Abs] = Abs,
            [Operators.Sqrt] = Sqrt,
            [Operators.Minimum] = Minimum,
            [Operators.Maximum] = Maximum,
            [Operators.Finite] = Finite,
            [Operators.Less] = Less,
            [Operators.LessOrEqual] = LessOrEqual,
            [Operators.Greater] = Greater,
            [Operators.GreaterOrEqual] = GreaterOrEqual,
            [Operators.Equal] = Equal,
            [Operators.NotEqual] = NotEqual,
            [Operators.And] = And,
            [Operators.Or] = Or,
            [Operators.Not] = Not,
            [Operators.IfElse] = IfElse,
            [Operators.Floor] = Floor,
            [Operators.Log] = Log,
            [Operators.Log1p] = Log1p,
            [Operators.Exp] = Exp,
            [Operators.Expm1] = Expm1,
            [Operators.Atan] = Atan,
            [Operators.Erfc] = Erfc,
            [Operators.Cbrt] = Cbrt,
            [Operators.Lag] = Lag,
            [Operators.Lead] = Lead,
            [Operators.Cummax] = Cummax,
            [Operators.RollingSum] = RollingSum,
            [Operators.RollingMean] = RollingMean,
            [Operators.RollingMax] = RollingMax,
            [Operators.RollingMin] = RollingMin,
            [Operators.RollingStd] = RollingStd,
            [Operators.RollingCov] = RollingCov,
            [Operators.Where] = Where,
            [Operators.Between] = Between,
            [Operators.Present] = Present,
            [Operators.TopFraction] = TopFraction,
            [Operators.TopCount] = TopCount,
            [Operators.Rank] = Rank,
            [Operators.CumsumBy] = CumsumBy,
            [Operators.GroupSum] = GroupSum,
            [Operators.Count] = Count,
            [Operators.Sum] = Sum,
            [Operators.Product] = Product,
            [Operators.Max] = Max,
            [Operators.Min] = Min,
            [Operators.First] = First,
            [Operators.Last] = Last,
            [Operators.IsConstant] = IsConstant,
            [Operators.Mean] = Mean,
            [Operators.Var] = Var,
            [Operators.Std] = Std,
            [Operators.Skew] = Skew,
            [Operators.Kurt] = Kurt,
            [Operators.Corr] = Corr,
            [Operators.Cov] = Cov,
            [Operators.Quantile] = Quantile,
        }.ToFrozenDictionary(row => row.Key.Name, row => row.Value, StringComparer.Ordinal);
}
