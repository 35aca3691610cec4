using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using FactorGpu.Bars;
using FactorGpu.Expressions;
using FactorGpu.Factors;
using Xunit;

namespace FactorGpu.Tests.Engines;

/// <summary>Text can put a scalar beside a series on either side, where C# has no overload: every engine must take what an operator's row takes.</summary>
public sealed class OperandKindTests
{
    private static readonly ImmutableArray<double?> s_x = [2, null, double.NaN, -1, 0, 2.5, 7, -3];
    private static readonly ImmutableArray<double?> s_y = [1, 2, 3, null, 0, 2.5, -7, 4];

    private static readonly ImmutableArray<int> s_far = [8, 9, 242, 243, 1000, 100_000, int.MaxValue];

    [Theory, MemberData(nameof(EngineUnderTest.All), MemberType = typeof(EngineUnderTest))]
    public void ElementwiseOperators_OfEveryMixOfSeriesAndScalars_GiveTheSameBits(EngineUnderTest engine)
    {
        (string Text, Expression Result)[] mixes =
        [
            .. from op in Operators.All.Where(op => op.Kind == OperatorKind.Elementwise && op.Exactness == Exactness.Bitwise)
               from operands in Mixes(op, 0)
               select ($"{op.Name}({string.Join(", ", operands.Select(operand => operand.Kind))})", Expression.Apply(op, operands)),
        ];
        FactorDefinition[] probes = [.. mixes.SelectMany(mix => Probes(AsSeries(mix.Result))).Select((value, k) => new FactorDefinition { Id = $"f{k}", Value = _ => value, MinObservations = 0 })];
        DayTensor day = Sample.Day([.. s_x], [.. s_y]);

        double[] expected = EngineUnderTest.Every[0].Run(probes, day);
        double[] actual = engine.Run(probes, day);

        int each = probes.Length / mixes.Length;
        Assert.All(mixes.Index(), mix => SeriesAssert.SameBits([.. expected.Skip(mix.Index * each).Take(each)], [.. actual.Skip(mix.Index * each).Take(each)]));
    }

    [Theory, MemberData(nameof(EngineUnderTest.All), MemberType = typeof(EngineUnderTest))]
    public void WholeNumbers_FarBeyondTheBars_GiveWhatTheReferenceGives(EngineUnderTest engine)
    {
        string[] calls =
        [
            "last(lag(close, {0}) + 1)", "count(lead(close, {0}))", "count(lag(lead(close, {0}), {0}))", "count(rolling_sum(close, {0}))", "count(rolling_max(close, {0}))",
            "count(rolling_std(close, {0}, 0))", "count(rolling_cov(close, open, {0}, 0))", "var(close, {0})", "max(where(close, top_fraction(close, {0}, {0})))",
            "quantile(close, {0}, {0})", "max(where(close, top_count(close, {0})))", "min(lag(where(close, lead(open, {0}) > 0), {0}))",
        ];
        string[] texts = [.. calls.SelectMany(_ => s_far, (call, number) => string.Format(CultureInfo.InvariantCulture, call, number)).Select((call, k) => $"f{k} = {call}")];
        FactorDefinition[] factors = [.. FactorDefinitions.Parse(string.Join('\n', texts))];
        DayTensor day = Sample.Day([.. s_x], [.. s_y]);

        double[] expected = EngineUnderTest.Every[0].Run(factors, day);
        double[] actual = engine.Run(factors, day);

        Assert.All(texts.Index(), text => SeriesAssert.SameBits([text.Index, expected[text.Index]], [text.Index, actual[text.Index]]));
    }

    /// <summary>All ways to give operands from one place on.</summary>
    private static IEnumerable<ImmutableArray<Expression>> Mixes(OperatorDescriptor op, int place)
        => place == op.Operands.Length
            ? [[]]
            : Choices(place).Where(choice => op.Accepts(place, choice.Kind)).SelectMany(choice => Mixes(op, place + 1).Select(rest => rest.Insert(0, choice)));

    /// <summary>One of each kind.</summary>
    private static ImmutableArray<Expression> Choices(int place)
    {
        Series series = place % 2 == 0 ? Sample.X(Day.Instance) : Sample.Y(Day.Instance);
        Scalar scalar = series.Last() + (5.5 * place);
        return [series.Expression, scalar.Expression, (series > 1).Expression, (scalar > 1).Expression];
    }

    /// <summary>A result as a series: 1 and 0 for conditions, at every bar for scalars.</summary>
    private static Series AsSeries(Expression result)
    {
        Series one = (Day.Instance.Close - Day.Instance.Close) + 1;
        return result.Kind switch
        {
            ValueKind.Series => new Series(result),
            ValueKind.Scalar => one * new Scalar(result),
            ValueKind.SeriesCondition => new Condition(result).IfElse(1, 0),
            _ => one * new ScalarCondition(result).IfElse(1, 0),
        };
    }

    /// <summary>Numbers that tell series apart: how many elements, how many that are numbers, and their extremes and ends.</summary>
    private static IEnumerable<Scalar> Probes(Series x)
    {
        Series numbers = x.Where(x.EqualTo(x));
        return [x.Count(), numbers.Count(), numbers.Max(), numbers.Min(), numbers.First(), numbers.Last()];
    }
}
