using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using FactorGpu.Bars;
using FactorGpu.Engines;
using FactorGpu.Expressions;
using Xunit;

namespace FactorGpu.Tests.Engines;

/// <summary>Functions against values in 80-bit arithmetic (Golden/functions/make.c), and at the ends of their ranges on every engine.</summary>
public sealed class FunctionOperatorTests
{
    private const double NaN = double.NaN;
    private const double Infinity = double.PositiveInfinity;

    /// <summary>A few units in the last place, relative.</summary>
    private const double Allowed = 4 * 2.220446049250313e-16;

    private static readonly Dictionary<string, Func<double, double>> s_functions = new()
    {
        ["log"] = ElementaryFunctions.Log,
        ["log1p"] = ElementaryFunctions.Log1p,
        ["exp"] = ElementaryFunctions.Exp,
        ["expm1"] = ElementaryFunctions.Expm1,
        ["atan"] = ElementaryFunctions.Atan,
        ["erfc"] = ElementaryFunctions.Erfc,
        ["cbrt"] = ElementaryFunctions.Cbrt,
    };

    public static TheoryData<string> Names => [.. s_functions.Keys];

    [Theory, MemberData(nameof(Names))]
    public void EveryFunction_IsAccurateToAFewUnitsInTheLastPlace(string name)
    {
        string[][] rows = [.. File.ReadAllLines(Repository.PathOf("tests/FactorGpu.Tests/Golden/functions/values.csv")).Select(line => line.Split(',')).Where(cells => cells[0] == name)];

        Assert.True(rows.Length > 200, $"{name} has {rows.Length} values");
        foreach (string[] cells in rows)
        {
            double expected = double.Parse(cells[2], CultureInfo.InvariantCulture);
            double actual = s_functions[name](double.Parse(cells[1], CultureInfo.InvariantCulture));
            Assert.True(Math.Abs(actual - expected) <= Allowed * Math.Abs(expected), $"{name}({cells[1]}) is {actual:R}, not {cells[2]}");
        }
    }

    [Theory, MemberData(nameof(EngineUnderTest.All), MemberType = typeof(EngineUnderTest))]
    public void Floor_GoesDown_OnBothSidesOfZero(EngineUnderTest engine)
        => AssertElements(engine, x => x.Floor(), x => x.Floor(), [1.5, -1.5, 2, null, NaN, 0.999, -0.001], [1, -2, 2, null, NaN, 0, -1]);

    [Theory, MemberData(nameof(EngineUnderTest.All), MemberType = typeof(EngineUnderTest))]
    public void Log_OfZeroIsInfinite_AndBelowNaN(EngineUnderTest engine)
        => AssertElements(engine, x => x.Log(), x => x.Log(), [1, 0, -1, null, NaN], [0, -Infinity, NaN, null, NaN]);

    [Theory, MemberData(nameof(EngineUnderTest.All), MemberType = typeof(EngineUnderTest))]
    public void Log1p_OfSmallNumbers_KeepsTheirDigits(EngineUnderTest engine)
        => AssertElements(engine, x => x.Log1p(), x => x.Log1p(), [1e-10, 0, -1, -2, null, NaN], [9.9999999995e-11, 0, -Infinity, NaN, null, NaN]);

    [Theory, MemberData(nameof(EngineUnderTest.All), MemberType = typeof(EngineUnderTest))]
    public void Exp_OfZero_IsOne(EngineUnderTest engine)
        => AssertElements(engine, x => x.Exp(), x => x.Exp(), [0, -1000, 1000, null, NaN], [1, 0, Infinity, null, NaN]);

    [Theory, MemberData(nameof(EngineUnderTest.All), MemberType = typeof(EngineUnderTest))]
    public void Expm1_OfSmallNumbers_KeepsTheirDigits(EngineUnderTest engine)
        => AssertElements(engine, x => x.Expm1(), x => x.Expm1(), [1e-10, 0, -1000, 1000, null, NaN], [1.00000000005e-10, 0, -1, Infinity, null, NaN]);

    [Theory, MemberData(nameof(EngineUnderTest.All), MemberType = typeof(EngineUnderTest))]
    public void Atan_StaysBelowARightAngle(EngineUnderTest engine)
        => AssertElements(engine, x => x.Atan(), x => x.Atan(), [0, 1, -1e300, null, NaN], [0, Math.PI / 4, -Math.PI / 2, null, NaN]);

    [Theory, MemberData(nameof(EngineUnderTest.All), MemberType = typeof(EngineUnderTest))]
    public void Erfc_GoesFromTwoToZero(EngineUnderTest engine)
        => AssertElements(engine, x => x.Erfc(), x => x.Erfc(), [0, -30, 30, 1e200, null, NaN], [1, 2, 0, 0, null, NaN]);

    [Theory, MemberData(nameof(EngineUnderTest.All), MemberType = typeof(EngineUnderTest))]
    public void Cbrt_KeepsTheSign(EngineUnderTest engine)
        => AssertElements(engine, x => x.Cbrt(), x => x.Cbrt(), [27, -8, 0, null, NaN], [3, -2, 0, null, NaN]);

    /// <summary>Bar by bar and on scalars; infinities are told by their reciprocals, for none may leave a factor.</summary>
    private static void AssertElements(EngineUnderTest engine, Func<Series, Series> onBars, Func<Scalar, Scalar> onScalars, double?[] x, double?[] expected)
    {
        DayTensor day = Sample.Day([.. x, 1]);
        for (int i = 0; i < x.Length; i++)
        {
            int slot = i;
            Scalar Bar(Day d) => onBars(Sample.X(d)).Where(d.BarIndex.EqualTo(slot)).Sum();
            Scalar OfScalar(Day d) => onScalars(Sample.X(d).Where(d.BarIndex.EqualTo(slot)).Last());
            double wanted = expected[i] ?? 0;

            Assert.Equal(expected[i] is null ? 0 : 1, engine.Scalar(d => onBars(Sample.X(d)).Where(d.BarIndex.EqualTo(slot)).Count(), day));
            AssertClose(wanted, Value(engine, Bar, day), $"bar {i}");
            AssertClose(expected[i] ?? NaN, Value(engine, OfScalar, day), $"scalar {i}");
        }
    }

    private static double Value(EngineUnderTest engine, Func<Day, Scalar> value, DayTensor day)
    {
        double found = engine.Scalar(value, day);
        double sign = engine.Scalar(d => (value(d) > double.MaxValue).IfElse(1, (value(d) < double.MinValue).IfElse(-1, 0)), day);
        return sign == 0 ? found : sign * Infinity;
    }

    private static void AssertClose(double expected, double actual, string what)
    {
        bool isClose = expected.Equals(actual) || Math.Abs(expected - actual) <= Allowed * Math.Abs(expected);
        Assert.True(isClose, string.Create(CultureInfo.InvariantCulture, $"{what}: expected {expected:R}, got {actual:R}"));
    }
}
