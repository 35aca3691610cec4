using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Errors;

namespace FactorGpu.Expressions;

/// <summary>A least-squares fit inside a definition: y on a constant and a few regressors, over the bars where all of them are present.</summary>
/// <remarks>
/// <para>Written down as correlations, a Cholesky factorisation of their matrix on scalars, and one sweep for the residuals: columns are centred and scaled to unit length,
/// and residuals are never a difference of sums. No engine knows of it.</para>
/// <para>All results are NaN if y or a regressor is constant, a Cholesky pivot of the regressors' correlation matrix is at most 1e-8 (in the order given),
/// or the residuals' sum of squares is at most 1e-20 of that of y.</para>
/// </remarks>
public sealed class LeastSquares
{
    private const int MostRegressors = 8;
    private const double LeastPivot = 1e-8;
    private const double LeastResidual = 1e-20;

    private readonly Series _y;
    private readonly ImmutableArray<Series> _x;
    private readonly Scalar[][] _inverse;
    private readonly Scalar[] _slopes;
    private readonly Scalar _residualSquares;
    private readonly Scalar _fittedSquares;
    private readonly ScalarCondition _isSound;

    private LeastSquares(Series y, ImmutableArray<Series> x)
    {
        _y = y;
        _x = x;
        Scalar[][] factor = Factor([.. x.Select(row => x.Select(column => row == column ? 1 : row.Corr(column)).ToArray())], out _isSound);
        _inverse = Inverse(factor);
        _slopes = Slopes([.. x.Select(column => column.Corr(y))]);
        Series fitted = x.Select(UnitLength).Zip(_slopes, (column, slope) => column * slope).Aggregate((a, b) => a + b);
        Series residuals = UnitLength(y) - fitted;
        _fittedSquares = (fitted * fitted).Sum();
        _residualSquares = (residuals * residuals).Sum();
        _isSound &= _residualSquares > LeastResidual;
    }

    /// <summary>Number of bars m where y and all regressors are present.</summary>
    public Scalar Count => _y.Count();

    /// <summary>t statistic of the constant: its estimate over its standard error, with the residual variance SSR / (m - p - 1) of p regressors.</summary>
    public Scalar InterceptT
    {
        get
        {
            Scalar[] centres = [.. _x.Select(column => column.Mean() / Length(column))];
            Scalar estimate = centres.Zip(_slopes, (centre, slope) => centre * slope).Aggregate(_y.Mean() / Length(_y), (a, b) => a - b);
            Scalar spread = _inverse.Select(row => Dot(row, centres)).Aggregate(1 / Count, (a, b) => a + (b * b));
            return Sound(estimate / (ResidualVariance * spread).Sqrt());
        }
    }

    /// <summary>F statistic of all regressors together: (ESS / p) / (SSR / (m - p - 1)), ESS the sum of squares of the fitted values less the mean of y.</summary>
    public Scalar F => Sound(_fittedSquares / _x.Length / ResidualVariance);

    private Scalar ResidualVariance => _residualSquares / (Count - (_x.Length + 1));

    /// <summary>Fits y on a constant and regressors.</summary>
    /// <param name="y">Series [N].</param>
    /// <param name="regressors">1 to 8 series [N] of the same sequence.</param>
    /// <exception cref="FactorDefinitionException">There is no regressor, or there are more than 8.</exception>
    public static LeastSquares Fit(Series y, params ImmutableArray<Series> regressors)
    {
        if (regressors.Length is < 1 or > MostRegressors)
        {
            Throw.RegressorCount(regressors.Length, MostRegressors);
        }

        ImmutableArray<Series> all = regressors.Insert(0, y);
        return new LeastSquares(InSample(y, all), [.. regressors.Select(x => InSample(x, all))]);
    }

    /// <summary>Coefficient of a regressor, in the unit of y over that of the regressor.</summary>
    /// <param name="regressor">Its place, from 0.</param>
    public Scalar Slope(int regressor) => Sound(_slopes[regressor] * Length(_y) / Length(_x[regressor]));

    /// <summary>t statistic of a regressor: its coefficient over its standard error.</summary>
    /// <param name="regressor">Its place, from 0.</param>
    public Scalar T(int regressor)
    {
        Scalar spread = _inverse.Skip(regressor).Select(row => row[regressor] * row[regressor]).Aggregate((a, b) => a + b);
        return Sound(_slopes[regressor] / (ResidualVariance * spread).Sqrt());
    }

    private static Series InSample(Series series, ImmutableArray<Series> all)
        => all.Where(other => other != series).Aggregate(series, (kept, other) => kept.Where(other.Present()));

    /// <summary>Square root of the centred sum of squares.</summary>
    private static Scalar Length(Series x) => (x.Cov(x, ddof: 0) * x.Count()).Sqrt();

    private static Series UnitLength(Series x) => (x - x.Mean()) / Length(x);

    /// <summary>The lower triangular factor of a symmetric matrix, and whether all its pivots are large enough.</summary>
    private static Scalar[][] Factor(Scalar[][] matrix, out ScalarCondition isSound)
    {
        var factor = new Scalar[matrix.Length][];
        isSound = (Scalar)LeastPivot < 1;
        for (int row = 0; row < matrix.Length; row++)
        {
            factor[row] = new Scalar[row + 1];
            for (int column = 0; column < row; column++)
            {
                factor[row][column] = Remainder(matrix[row][column], factor[row][..column], factor[column]) / factor[column][column];
            }

            Scalar pivot = Remainder(matrix[row][row], factor[row][..row], factor[row]);
            isSound &= pivot > LeastPivot;
            factor[row][row] = pivot.Sqrt();
        }

        return factor;
    }

    /// <summary>The lower triangular matrix that undoes another.</summary>
    private static Scalar[][] Inverse(Scalar[][] factor)
    {
        var inverse = new Scalar[factor.Length][];
        for (int row = 0; row < factor.Length; row++)
        {
            inverse[row] = new Scalar[row + 1];
            inverse[row][row] = 1 / factor[row][row];
            for (int column = 0; column < row; column++)
            {
                Scalar[] above = [.. inverse[column..row].Select(done => done[column])];
                inverse[row][column] = -(Dot(factor[row][column..row], above) / factor[row][row]);
            }
        }

        return inverse;
    }

    /// <summary>a less the sum of the products of two rows.</summary>
    private static Scalar Remainder(Scalar a, Scalar[] x, Scalar[] y) => x.Zip(y, (b, c) => b * c).Aggregate(a, (left, product) => left - product);

    private static Scalar Dot(Scalar[] x, Scalar[] y) => x.Zip(y, (a, b) => a * b).Aggregate((a, b) => a + b);

    /// <summary>The coefficients of the regressors at unit length, from their correlations with y.</summary>
    private Scalar[] Slopes(Scalar[] correlations)
    {
        Scalar[] rotated = [.. _inverse.Select(row => Dot(row, correlations))];
        return [.. Enumerable.Range(0, rotated.Length).Select(k => Dot([.. _inverse[k..].Select(row => row[k])], rotated[k..]))];
    }

    private Scalar Sound(Scalar value) => _isSound.IfElse(value, double.NaN);
}
