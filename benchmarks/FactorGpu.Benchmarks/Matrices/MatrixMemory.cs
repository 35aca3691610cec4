using System;
using System.Collections.Generic;

namespace FactorGpu.Benchmarks.Matrices;

/// <summary>Gives out matrices for the stocks of a day and takes them back, so that an operator pays for its result, not for fresh pages.</summary>
internal sealed class MatrixMemory
{
    /// <summary>Elements from one stock to the next: 242 slots, rounded up to whole vectors of 8.</summary>
    internal const int RowStride = 248;

    /// <summary>Elements of the widest vector, of bytes: loops over a whole matrix have no tail.</summary>
    private const int Rounding = 64;

    private readonly int _length;
    private readonly Stack<Matrix<double>> _numbers = new();
    private readonly Stack<Matrix<byte>> _masks = new();

    internal MatrixMemory(int stocks)
    {
        Stocks = stocks;
        _length = ((stocks * RowStride) + Rounding - 1) / Rounding * Rounding;
    }

    /// <summary>S, rows of every matrix.</summary>
    internal int Stocks { get; }

    /// <summary>A matrix of numbers; its content is arbitrary.</summary>
    internal Matrix<double> Numbers() => _numbers.TryPop(out Matrix<double>? known) ? known : new Matrix<double>(GC.AllocateUninitializedArray<double>(_length));

    /// <summary>A matrix of marks, 1 or 0; its content is arbitrary.</summary>
    internal Matrix<byte> Masks() => _masks.TryPop(out Matrix<byte>? known) ? known : new Matrix<byte>(GC.AllocateUninitializedArray<byte>(_length));

    /// <summary>Says that a value needs its matrices.</summary>
    internal static void Keep(MatrixValue value)
    {
        Count(value.Numbers, 1);
        Count(value.Truths, 1);
        Count(value.Present, 1);
    }

    /// <summary>Says that a value is needed no more.</summary>
    internal void Release(MatrixValue value)
    {
        Return(value.Numbers, _numbers);
        Return(value.Truths, _masks);
        Return(value.Present, _masks);
    }

    /// <summary>Takes back a mask that no value holds.</summary>
    internal void Release(Matrix<byte> mask)
    {
        if (mask.Users == 0)
        {
            _masks.Push(mask);
        }
    }

    private static void Count<T>(Matrix<T>? matrix, int users)
    {
        if (matrix is not null)
        {
            matrix.Users += users;
        }
    }

    private static void Return<T>(Matrix<T>? matrix, Stack<Matrix<T>> free)
    {
        Count(matrix, -1);
        if (matrix is { Users: 0 })
        {
            free.Push(matrix);
        }
    }
}
