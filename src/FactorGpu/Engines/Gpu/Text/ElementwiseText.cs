using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using FactorGpu.Expressions;

namespace FactorGpu.Engines.Gpu.Text;

/// <summary>Operators that work bar by bar or on scalars, as expressions of C over the texts of their operands. A truth value is an int.</summary>
internal static class ElementwiseText
{
    /// <summary>The expression of every elementwise operator, by the operator's name.</summary>
    internal static FrozenDictionary<string, Func<NumberWords, string[], string>> Table { get; } =
        new Dictionary<OperatorDescriptor, Func<NumberWords, string[], string>>
        {
            [Operators.Add] = (_, x) => $"{x[0]} + {x[1]}",
            [Operators.Subtract] = (_, x) => $"{x[0]} - {x[1]}",
            [Operators.Multiply] = (_, x) => $"{x[0]} * {x[1]}",
            [Operators.Divide] = (type, x) => $"ratio_{type.Suffix}({x[0]}, {x[1]})",
            [Operators.Negate] = (_, x) => $"-{x[0]}",
            [Operators.Abs] = (type, x) => $"{type.Abs}({x[0]})",
            [Operators.Sqrt] = (type, x) => $"{type.Sqrt}({x[0]})",
            [Operators.Minimum] = (type, x) => $"smaller_{type.Suffix}({x[0]}, {x[1]})",
            [Operators.Maximum] = (type, x) => $"larger_{type.Suffix}({x[0]}, {x[1]})",
            [Operators.Finite] = (type, x) => $"{type.Abs}({x[0]}) == {type.Infinity} ? {type.NaN} : {x[0]}",
            [Operators.Floor] = (_, x) => $"floor({x[0]})",
            [Operators.Log] = (_, x) => $"log({x[0]})",
            [Operators.Log1p] = (_, x) => $"log1p({x[0]})",
            [Operators.Exp] = (_, x) => $"exp({x[0]})",
            [Operators.Expm1] = (_, x) => $"expm1({x[0]})",
            [Operators.Atan] = (_, x) => $"atan({x[0]})",
            [Operators.Erfc] = (_, x) => $"erfc({x[0]})",
            [Operators.Cbrt] = (_, x) => $"cbrt({x[0]})",
            [Operators.Less] = (_, x) => $"{x[0]} < {x[1]}",
            [Operators.LessOrEqual] = (_, x) => $"{x[0]} <= {x[1]}",
            [Operators.Greater] = (_, x) => $"{x[0]} > {x[1]}",
            [Operators.GreaterOrEqual] = (_, x) => $"{x[0]} >= {x[1]}",
            [Operators.Equal] = (_, x) => $"{x[0]} == {x[1]}",
            [Operators.NotEqual] = (_, x) => $"{x[0]} != {x[1]}",
            [Operators.And] = (_, x) => $"{x[0]} & {x[1]}",
            [Operators.Or] = (_, x) => $"{x[0]} | {x[1]}",
            [Operators.Not] = (_, x) => $"!{x[0]}",
            [Operators.IfElse] = (_, x) => $"{x[0]} ? {x[1]} : {x[2]}",
        }.ToFrozenDictionary(row => row.Key.Name, row => row.Value, StringComparer.Ordinal);
}
