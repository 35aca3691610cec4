using System;
using System.Linq;
using System.Numerics.Tensors;

namespace FactorGpu.Benchmarks.Matrices;

/// <content>Conditions: bytes of 1 and 0, or numbers 1 and 0 of scalars.</content>
internal static partial class MatrixOperators
{
    internal static Matrix<byte> Both(Matrix<byte> a, Matrix<byte> b, MatrixMemory memory)
    {
        Matrix<byte> both = memory.Masks();
        TensorPrimitives.BitwiseAnd<byte>(a.Items, b.Items, both.Items);
        return both;
    }

    private static MatrixValue Less(MatrixCall call) => Compare<Comparisons.Less>(call);

    private static MatrixValue LessOrEqual(MatrixCall call) => Compare<Comparisons.LessOrEqual>(call);

    private static MatrixValue Greater(MatrixCall call) => Compare<Comparisons.Greater>(call);

    private static MatrixValue GreaterOrEqual(MatrixCall call) => Compare<Comparisons.GreaterOrEqual>(call);

    private static MatrixValue Equal(MatrixCall call) => Compare<Comparisons.Equal>(call);

    private static MatrixValue NotEqual(MatrixCall call) => Compare<Comparisons.NotEqual>(call);

    private static MatrixValue And(MatrixCall call)
        => Truths(call, (a, b) => a == 1 && b == 1, (a, b, result) => TensorPrimitives.BitwiseAnd(a, b, result));

    private static MatrixValue Or(MatrixCall call)
        => Truths(call, (a, b) => a == 1 || b == 1, (a, b, result) => TensorPrimitives.BitwiseOr(a, b, result));

    private static MatrixValue Not(MatrixCall call)
    {
        if (call.X.Scalars is { } scalars)
        {
            return MatrixValue.OfScalars([.. scalars.Select(a => 1 - a)]);
        }

        Matrix<byte> truths = call.Memory.Masks();
        TensorPrimitives.Xor<byte>(call.X.Truths!.Items, 1, truths.Items);
        return MatrixValue.OfTruths(truths, call.X.Present!);
    }

    private static MatrixValue IfElse(MatrixCall call)
    {
        if (call is not { X.Scalars: { } condition, Y.Scalars: { } a } || call.Operands[2].Scalars is not { } b)
        {
            throw new NotSupportedException("The matrices of the benchmark have if_else on scalars alone; the compiled graph asks for it bar by bar. Add it to MatrixOperators.");
        }

        return MatrixValue.OfScalars([.. condition.Select((isTrue, s) => isTrue == 1 ? a[s] : b[s])]);
    }

    private delegate void OfBytes(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b, Span<byte> result);

    private static MatrixValue Truths(MatrixCall call, Func<double, double, bool> ofScalars, OfBytes ofBytes)
    {
        if (call is { X.Scalars: { } a, Y.Scalars: { } b })
        {
            return MatrixValue.OfScalars([.. a.Zip(b, (x, y) => ofScalars(x, y) ? 1.0 : 0.0)]);
        }

        if (call is not { X.Truths: { } x, Y.Truths: { } y })
        {
            throw new NotSupportedException("The matrices of the benchmark join two matrices of conditions or two of scalars; the compiled graph mixes them. Add it to MatrixOperators.");
        }

        Matrix<byte> truths = call.Memory.Masks();
        ofBytes(x.Items, y.Items, truths.Items);
        return MatrixValue.OfTruths(truths, call.AllPresent());
    }

    private static MatrixValue Compare<TComparison>(MatrixCall call)
        where TComparison : IComparison
    {
        if (call is { X.Scalars: { } a, Y.Scalars: { } b })
        {
            return MatrixValue.OfScalars([.. a.Zip(b, (x, y) => TComparison.Holds(x, y) ? 1.0 : 0.0)]);
        }

        Matrix<byte> truths = call.Memory.Masks();
        for (int s = 0; s < call.Memory.Stocks; s++)
        {
            var x = new RowOperand(call.X, s);
            var y = new RowOperand(call.Y, s);
            Span<byte> row = RowOf(truths, s);
            for (int i = 0; i < row.Length; i += ByteMask.Count)
            {
                ByteMask.Store(TComparison.Holds(x.At(i), y.At(i)), row[i..]);
            }
        }

        return MatrixValue.OfTruths(truths, call.AllPresent());
    }
}
