namespace FactorGpu.Benchmarks.Matrices;

/// <summary>What a node gives for all stocks: a number per stock [S], or a matrix of numbers or of truths with a matrix that marks the present ones.</summary>
internal sealed class MatrixValue
{
    private MatrixValue(double[]? scalars, Matrix<double>? numbers, Matrix<byte>? truths, Matrix<byte>? present)
    {
        Scalars = scalars;
        Numbers = numbers;
        Truths = truths;
        Present = present;
    }

    /// <summary>One number a stock [S], a condition as 1 or 0; null for a matrix.</summary>
    internal double[]? Scalars { get; }

    internal Matrix<double>? Numbers { get; }

    internal Matrix<byte>? Truths { get; }

    /// <summary>1 where an element is present; null for scalars.</summary>
    internal Matrix<byte>? Present { get; }

    internal static MatrixValue OfScalars(double[] scalars) => new(scalars, null, null, null);

    internal static MatrixValue OfNumbers(Matrix<double> numbers, Matrix<byte> present) => new(null, numbers, null, present);

    internal static MatrixValue OfTruths(Matrix<byte> truths, Matrix<byte> present) => new(null, null, truths, present);
}
