using System;
using System.Linq;
using FactorGpu.Bars;
using FactorGpu.Compilation;
using FactorGpu.Expressions;
using FactorGpu.Factors;
using FactorGpu.Verification;
using Xunit;

namespace FactorGpu.Tests.Engines;

/// <summary>Every factor in single precision on the same bars in CNY, as counts of ticks of 0.01 and of 0.001, held against the reference.</summary>
public sealed class SingleFactorTests
{
    private static readonly DayTensor s_market = SampleMarket.Generate(new SampleOptions { Stocks = 200, Seed = 21 }, [new DateOnly(2024, 1, 2)]).Single();

    public static TheoryData<string, double> Cases => new(
        from factor in FactorCatalogue.All
        from tick in (double[])[0.01, 0.001]
        select (factor.Id, tick));

    [Theory, MemberData(nameof(Cases))]
    public void Factor_OfTheSameBarsAtEitherTick_IsWithinItsBound(string id, double tick)
    {
        FactorDefinition factor = FactorCatalogue.Get(id);
        FactorProgram program = FactorProgram.Compile([factor], new CompileOptions { Precision = Precision.Single });

        VerificationReport report = MinuteBars.Of(AtTick(tick)).Verify(program);

        FactorVerification result = report.Engines.Single().Factors.Single();
        Assert.True(!result.IsOut, report.ToString());
        Assert.Equal(factor.NeedsDouble is null ? Precision.Single : Precision.Double, result.Precision);
    }

    private static DayTensor AtTick(double tick)
    {
        double[] ticks = [.. Enumerable.Repeat(tick, s_market.Shape.S)];
        return new DayTensor(s_market.Date, s_market.Stocks, new SingleBars(ticks, field => Narrow(field, tick)), s_market.Auctions);
    }

    private static float[] Narrow(BarField field, double tick)
    {
        float[] values = new float[s_market.Shape.FieldLength];
        TickScale.ToTicks(s_market.Field(field), BarFields.IsOnTicks(field) ? tick : TickScale.None, values);
        return values;
    }
}
