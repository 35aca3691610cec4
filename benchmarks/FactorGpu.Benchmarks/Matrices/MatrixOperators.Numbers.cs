using System;
using System.Numerics.Tensors;
using System.Runtime.Intrinsics;

namespace FactorGpu.Benchmarks.Matrices;

/// <content>Numbers bar by bar, or on scalars. Absent elements are computed like the others; nothing reads them.</content>
internal static partial class MatrixOperators
{
    private delegate void OfTwo(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> result);

    private delegate void OfScalarRight(ReadOnlySpan<double> x, double y, Span<double> result);

    private delegate void OfScalarLeft(double x, ReadOnlySpan<double> y, Span<double> result);

    private static MatrixValue Add(MatrixCall call)
        => Each(call, TensorPrimitives.Add, TensorPrimitives.Add, (x, y, result) => TensorPrimitives.Add(y, x, result));

    private static MatrixValue Subtract(MatrixCall call) => Each(call, TensorPrimitives.Subtract, TensorPrimitives.Subtract, TensorPrimitives.Subtract);

    private static MatrixValue Multiply(MatrixCall call)
        => Each(call, TensorPrimitives.Multiply, TensorPrimitives.Multiply, (x, y, result) => TensorPrimitives.Multiply(y, x, result));

    private static MatrixValue Minimum(MatrixCall call)
        => Each(call, TensorPrimitives.Min, TensorPrimitives.Min, (x, y, result) => TensorPrimitives.Min(y, x, result));

    private static MatrixValue Maximum(MatrixCall call)
        => Each(call, TensorPrimitives.Max, TensorPrimitives.Max, (x, y, result) => TensorPrimitives.Max(y, x, result));

    /// <summary>x / y, NaN for a divisor of 0 (E4).</summary>
    private static MatrixValue Divide(MatrixCall call) => Each(
        call,
        (x, y, result) =>
        {
            TensorPrimitives.Divide(x, y, result);
            BlankWhereZero(y, result);
        },
        (x, y, result) => TensorPrimitives.Divide(x, y == 0 ? double.NaN : y, result),
        (x, y, result) =>
        {
            TensorPrimitives.Divide(x, y, result);
            BlankWhereZero(y, result);
        });

    private static MatrixValue Negate(MatrixCall call) => Each(call, (x, result) => TensorPrimitives.Negate(x, result));

    private static MatrixValue Abs(MatrixCall call) => Each(call, (x, result) => TensorPrimitives.Abs(x, result));

    private static MatrixValue Sqrt(MatrixCall call) => Each(call, (x, result) => TensorPrimitives.Sqrt(x, result));

    /// <summary>x, NaN where it is infinite.</summary>
    private static MatrixValue Finite(MatrixCall call) => Each(call, (x, result) =>
    {
        for (int i = 0; i < x.Length; i++)
        {
            result[i] = double.IsFinite(x[i]) ? x[i] : double.NaN;
        }
    });

    private static MatrixValue Each(MatrixCall call, Action<ReadOnlySpan<double>, Span<double>> f)
    {
        if (call.X.Scalars is { } scalars)
        {
            double[] result = new double[scalars.Length];
            f(scalars, result);
            return MatrixValue.OfScalars(result);
        }

        Matrix<double> numbers = call.Memory.Numbers();
        f(call.X.Numbers!.Items, numbers.Items);
        return MatrixValue.OfNumbers(numbers, call.X.Present!);
    }

    private static MatrixValue Each(MatrixCall call, OfTwo both, OfScalarRight scalarRight, OfScalarLeft scalarLeft)
    {
        if (call is { X.Scalars: { } a, Y.Scalars: { } b })
        {
            double[] result = new double[a.Length];
            both(a, b, result);
            return MatrixValue.OfScalars(result);
        }

        Matrix<double> numbers = call.Memory.Numbers();
        if (call.X.Numbers is { } x && call.Y.Numbers is { } y)
        {
            both(x.Items, y.Items, numbers.Items);
        }
        else
        {
            EachRow(call, scalarRight, scalarLeft, numbers);
        }

        return MatrixValue.OfNumbers(numbers, call.AllPresent());
    }

    private static void EachRow(MatrixCall call, OfScalarRight scalarRight, OfScalarLeft scalarLeft, Matrix<double> numbers)
    {
        for (int s = 0; s < call.Memory.Stocks; s++)
        {
            Span<double> row = RowOf(numbers, s);
            if (call.Y.Scalars is { } y)
            {
                scalarRight(RowOf(call.X.Numbers!, s), y[s], row);
            }
            else
            {
                scalarLeft(call.X.Scalars![s], RowOf(call.Y.Numbers!, s), row);
            }
        }
    }

    private static void BlankWhereZero(ReadOnlySpan<double> divisor, Span<double> result)
    {
        int i = 0;
        for (; i <= result.Length - Vector512<double>.Count; i += Vector512<double>.Count)
        {
            Vector512<double> isZero = Vector512.Equals(Vector512.Create(divisor[i..]), Vector512<double>.Zero);
            Vector512.ConditionalSelect(isZero, Vector512.Create(double.NaN), Vector512.Create<double>(result[i..])).CopyTo(result[i..]);
        }

        for (; i < result.Length; i++)
        {
            result[i] = divisor[i] == 0 ? double.NaN : result[i];
        }
    }

    private static Span<T> RowOf<T>(Matrix<T> matrix, int s) => matrix.Items.AsSpan(s * RowStride, RowStride);
}
