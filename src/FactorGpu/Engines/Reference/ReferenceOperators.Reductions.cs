using System;
using System.Linq;

namespace FactorGpu.Engines.Reference;

/// <content>One scalar from all present elements.</content>
internal static partial class ReferenceOperators
{
    private static ReferenceValue Count(ReferenceCall call) => Reduce(call, x => x.Length);

    private static ReferenceValue Sum(ReferenceCall call) => Reduce(call, Total);

    private static ReferenceValue Product(ReferenceCall call)
        => Reduce(call, x =>
        {
            double product = 1;
            foreach (double element in x)
            {
                product *= element;
            }

            return product;
        });

    private static ReferenceValue Max(ReferenceCall call) => Reduce(call, x => x.Length == 0 ? double.NaN : x.Aggregate(Math.Max));

    private static ReferenceValue Min(ReferenceCall call) => Reduce(call, x => x.Length == 0 ? double.NaN : x.Aggregate(Math.Min));

    private static ReferenceValue First(ReferenceCall call) => Reduce(call, x => x.Length == 0 ? double.NaN : x[0]);

    private static ReferenceValue Last(ReferenceCall call) => Reduce(call, x => x.Length == 0 ? double.NaN : x[^1]);

    private static ReferenceValue IsConstant(ReferenceCall call) => Reduce(call, x => Truth(IsConst(x)));

    private static double Total(double[] x)
    {
        double total = 0;
        foreach (double element in x)
        {
            total += element;
        }

        return total;
    }

    /// <summary>CONST of catalogue 1.5: all elements are exactly equal.</summary>
    private static bool IsConst(double[] x) => x.Length > 0 && x.All(element => element == x[0]);

    private static ReferenceValue Reduce(ReferenceCall call, Func<double[], double> f) => ReferenceValue.OfScalar(f(call.X.PresentElements()));
}
