using System;
using System.Linq;

namespace FactorGpu.Engines.Reference;

/// <content>Bar by bar, or on scalars.</content>
internal static partial class ReferenceOperators
{
    private static ReferenceValue Add(ReferenceCall call) => Each(call, (a, b) => a + b);

    private static ReferenceValue Subtract(ReferenceCall call) => Each(call, (a, b) => a - b);

    private static ReferenceValue Multiply(ReferenceCall call) => Each(call, (a, b) => a * b);

    private static ReferenceValue Divide(ReferenceCall call) => Each(call, Quotient);

    private static ReferenceValue Negate(ReferenceCall call) => Each(call, a => -a);

    private static ReferenceValue Abs(ReferenceCall call) => Each(call, Math.Abs);

    private static ReferenceValue Sqrt(ReferenceCall call) => Each(call, Math.Sqrt);

    private static ReferenceValue Minimum(ReferenceCall call) => Each(call, Math.Min);

    private static ReferenceValue Maximum(ReferenceCall call) => Each(call, Math.Max);

    private static ReferenceValue Finite(ReferenceCall call) => Each(call, a => double.IsFinite(a) ? a : double.NaN);

    private static ReferenceValue Less(ReferenceCall call) => Each(call, (a, b) => Truth(a < b));

    private static ReferenceValue LessOrEqual(ReferenceCall call) => Each(call, (a, b) => Truth(a <= b));

    private static ReferenceValue Greater(ReferenceCall call) => Each(call, (a, b) => Truth(a > b));

    private static ReferenceValue GreaterOrEqual(ReferenceCall call) => Each(call, (a, b) => Truth(a >= b));

    private static ReferenceValue Equal(ReferenceCall call) => Each(call, (a, b) => Truth(a == b));

    private static ReferenceValue NotEqual(ReferenceCall call) => Each(call, (a, b) => Truth(a != b));

    private static ReferenceValue And(ReferenceCall call) => Each(call, (a, b) => Truth(a == True && b == True));

    private static ReferenceValue Or(ReferenceCall call) => Each(call, (a, b) => Truth(a == True || b == True));

    private static ReferenceValue Not(ReferenceCall call) => Each(call, a => Truth(a == False));

    private static ReferenceValue IfElse(ReferenceCall call)
    {
        ReferenceValue condition = call.X;
        ReferenceValue a = call.Y;
        ReferenceValue b = call.Operands[2];
        return EachBar(
            call,
            i => condition.IsPresent(i) && a.IsPresent(i) && b.IsPresent(i),
            i => condition.At(i) == True ? a.At(i) : b.At(i));
    }

    /// <summary>a / b, NaN for a divisor of 0 (E4).</summary>
    private static double Quotient(double a, double b) => b == 0 ? double.NaN : a / b;

    private static double Truth(bool condition) => condition ? True : False;

    private static ReferenceValue Each(ReferenceCall call, Func<double, double> f)
        => EachBar(call, call.X.IsPresent, i => f(call.X.At(i)));

    private static ReferenceValue Each(ReferenceCall call, Func<double, double, double> f)
        => EachBar(call, i => call.X.IsPresent(i) && call.Y.IsPresent(i), i => f(call.X.At(i), call.Y.At(i)));

    /// <summary>A series over the bars of the call, or a scalar when all operands are scalars.</summary>
    private static ReferenceValue EachBar(ReferenceCall call, Func<int, bool> isPresent, Func<int, double> element)
        => call.Operands.All(operand => operand.IsScalar)
            ? ReferenceValue.OfScalar(element(0))
            : Series(call.Slots.Length, isPresent, element);
}
