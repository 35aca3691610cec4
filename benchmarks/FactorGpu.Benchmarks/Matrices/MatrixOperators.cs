using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using FactorGpu.Expressions;

namespace FactorGpu.Benchmarks.Matrices;

/// <summary>Each operator over the whole day. A method has its operator's name in Pascal.</summary>
internal static partial class MatrixOperators
{
    private const int RowStride = MatrixMemory.RowStride;

    private static readonly FrozenDictionary<string, Func<MatrixCall, MatrixValue>> s_table = new Dictionary<OperatorDescriptor, Func<MatrixCall, MatrixValue>>
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
        [Operators.Lag] = Lag,
        [Operators.Lead] = Lead,
        [Operators.Cummax] = Cummax,
        [Operators.Where] = Where,
        [Operators.Between] = Between,
        [Operators.Present] = Present,
        [Operators.TopFraction] = TopFraction,
        [Operators.Count] = Count,
        [Operators.Sum] = Sum,
        [Operators.Product] = Product,
        [Operators.Max] = Max,
        [Operators.Min] = Min,
        [Operators.First] = First,
        [Operators.Last] = Last,
        [Operators.IsConstant] = IsConstant,
    }.ToFrozenDictionary(row => row.Key.Name, row => row.Value, StringComparer.Ordinal);

    internal static Func<MatrixCall, MatrixValue> Of(OperatorDescriptor op)
        => s_table.TryGetValue(op.Name, out Func<MatrixCall, MatrixValue>? method)
            ? method
            : throw new NotSupportedException($"The matrices of the benchmark have no operator {op.Name}; the compiled graph asks for it. Add it to MatrixOperators.");
}
