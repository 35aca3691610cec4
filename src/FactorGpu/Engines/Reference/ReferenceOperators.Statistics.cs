using System;
using System.Linq;

namespace FactorGpu.Engines.Reference;

/// <content>Statistics in two passes (catalogue 1.5).</content>
internal static partial class ReferenceOperators
{
    private static ReferenceValue Mean(ReferenceCall call) => Reduce(call, Average);

    private static ReferenceValue Var(ReferenceCall call) => Reduce(call, x => Variance(x, call.Attributes[0]));

    private static ReferenceValue Std(ReferenceCall call) => Reduce(call, x => Math.Sqrt(Variance(x, call.Attributes[0])));

    private static ReferenceValue Skew(ReferenceCall call)
        => Reduce(call, x =>
        {
            double m2 = Quotient(CentredSum(x, e => e * e), x.Length);
            double m3 = Quotient(CentredSum(x, e => e * e * e), x.Length);
            return Quotient(m3, m2 * Math.Sqrt(m2));
        });

    private static ReferenceValue Kurt(ReferenceCall call)
        => Reduce(call, x =>
        {
            double m2 = Quotient(CentredSum(x, e => e * e), x.Length);
            double m4 = Quotient(CentredSum(x, e => e * e * (e * e)), x.Length);
            return Quotient(m4, m2 * m2) - 3;
        });

    private static ReferenceValue Corr(ReferenceCall call)
    {
        double[] x = Each(call, (a, _) => a).PresentElements();
        double[] y = Each(call, (_, b) => b).PresentElements();
        double meanX = Average(x);
        double meanY = Average(y);
        double xy = Total([.. x.Zip(y, (a, b) => (a - meanX) * (b - meanY))]);
        double xx = CentredSum(x, e => e * e);
        double yy = CentredSum(y, f => f * f);
        double r = Quotient(xy, Math.Sqrt(xx) * Math.Sqrt(yy));
        return ReferenceValue.OfScalar(Math.Max(-1, Math.Min(1, r)));
    }

    private static ReferenceValue Cov(ReferenceCall call)
        => ReferenceValue.OfScalar(Covariance(
            Each(call, (a, _) => a).PresentElements(), Each(call, (_, b) => b).PresentElements(), call.Attributes[0]));

    private static ReferenceValue Quantile(ReferenceCall call)
        => Reduce(call, x =>
        {
            if (x.Length == 0 || x.Any(double.IsNaN))
            {
                return double.NaN;
            }

            double[] sorted = [.. x.Order()];
            double at = (x.Length - 1) * (double)call.Attributes[0] / call.Attributes[1];
            int below = (int)Math.Floor(at);
            double element = at == below ? sorted[below] : sorted[below] + ((sorted[below + 1] - sorted[below]) * (at - below));
            return element + 0.0; // -0 becomes the 0 that it equals: order does not tell them apart.
        });

    /// <summary>Covariance of as many elements of x as of y in two passes; exactly 0 when either is constant.</summary>
    private static double Covariance(double[] x, double[] y, int ddof)
    {
        double meanX = Average(x);
        double meanY = Average(y);
        double products = IsConst(x) || IsConst(y) ? 0 : Total([.. x.Zip(y, (a, b) => (a - meanX) * (b - meanY))]);
        return x.Length > ddof ? products / (x.Length - ddof) : double.NaN;
    }

    private static double Average(double[] x) => Quotient(Total(x), x.Length);

    private static double Variance(double[] x, int ddof) => x.Length > ddof ? CentredSum(x, e => e * e) / (x.Length - ddof) : double.NaN;

    /// <summary>Sum of a power of the deviations from the mean; exactly 0 when the elements are constant.</summary>
    private static double CentredSum(double[] x, Func<double, double> power)
    {
        double mean = Average(x);
        return IsConst(x) ? 0 : Total([.. x.Select(element => power(element - mean))]);
    }
}
