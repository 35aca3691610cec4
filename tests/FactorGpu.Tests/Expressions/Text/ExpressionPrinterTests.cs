using System;
using FactorGpu.Bars;
using FactorGpu.Expressions;
using FactorGpu.Factors;
using Xunit;

namespace FactorGpu.Tests.Expressions.Text;

public sealed class ExpressionPrinterTests
{
    public static TheoryData<string, Func<Day, Scalar>> Texts => new()
    {
        { "var(where(ret, ret < 0), ddof=0)", day => day.Return.Where(day.Return < 0).Var(ddof: 0) },
        { "sum(open + high + low)", day => (day.Open + day.High + day.Low).Sum() },
        { "sum(open + (high + low))", day => (day.Open + (day.High + day.Low)).Sum() },
        { "sum((open - high) * low)", day => ((day.Open - day.High) * day.Low).Sum() },
        { "sum(open - high * low)", day => (day.Open - (day.High * day.Low)).Sum() },
        { "sum(open / (high / low))", day => (day.Open / (day.High / day.Low)).Sum() },
        { "sum(-(open - high))", day => (-(day.Open - day.High)).Sum() },
        { "sum(where(close, volume > 0 & !(ret < 0.001 | ret > 2)))", day => day.Close.Where((day.Volume > 0) & !((day.Return < 0.001) | (day.Return > 2))).Sum() },
        { "last(between(close, first=0, last=30)) / pre_close - nan", day => (day.Close.Between(new SlotRange(0, 30)).Last() / day.PreClose) - double.NaN },
        { "corr(lag(ret, bars=1), lead(volume, bars=2))", day => day.Return.Lag().Corr(day.Volume.Lead(2)) },
        { "where_bars(volume > 0, corr(ret, amount))", day => day.Return.Corr(day.Amount).WhereBars(day.Volume > 0) },
        { "sum(if_else(ret >= 0, maximum(open, close), sqrt(abs(low))))", day => (day.Return >= 0).IfElse(Series.Maximum(day.Open, day.Close), day.Low.Abs().Sqrt()).Sum() },
        { "return_var / count(where(vwap, top_fraction(volume, numerator=1, denominator=3)))", day => FactorCatalogue.Get("return_var").AsScalar() / day.Vwap.Where(day.Volume.TopFraction(1, 3)).Count() },
    };

    [Fact]
    public void Print_OfPartsSharedManyTimesOver_NamesThemOnLinesOfTheirOwn()
    {
        Series x = Day.Instance.Close - Day.Instance.Return;
        for (int doubling = 0; doubling < 100; doubling++)
        {
            x += x;
        }

        string[] lines = new FactorDefinition { Id = "shared", Value = _ => x.Sum() }.Expression.Split('\n');

        Assert.Equal(100, lines.Length);
        Assert.Equal(["x1 = close - ret + (close - ret);", "x2 = x1 + x1;", "x3 = x2 + x2;"], lines[..3]);
        Assert.Equal("x99 = x98 + x98;", lines[98]);
        Assert.Equal("sum(x99 + x99)", lines[^1]);
    }

    [Theory, MemberData(nameof(Texts))]
    public void Print_KeepsTheGrouping_WithNoMoreParenthesesThanNeeded(string expected, Func<Day, Scalar> value)
        => Assert.Equal(expected, new FactorDefinition { Id = "printed", Value = value }.Expression);
}
