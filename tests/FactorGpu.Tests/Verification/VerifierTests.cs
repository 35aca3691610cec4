using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using FactorGpu.Bars;
using FactorGpu.Compilation;
using FactorGpu.Engines.Reference;
using FactorGpu.Factors;
using FactorGpu.Verification;
using Xunit;

namespace FactorGpu.Tests.Verification;

public sealed class VerifierTests
{
    private static readonly DateOnly s_first = new(2024, 1, 2);
    private static readonly DateOnly s_second = new(2024, 1, 3);
    private static readonly MinuteBars s_bars = MinuteBars.Of(SampleMarket.Generate(new SampleOptions { Stocks = 37, Seed = 1 }, [s_first, s_second]));
    private static readonly FactorProgram s_program = FactorProgram.Compile(FactorCatalogue.Find("return_var", "VP", "return_intraday"));

    [Fact]
    public void Verify_OfTheReferenceItself_FindsNoError()
    {
        VerificationReport report = Verify(new NamedEngine("same", new ReferenceEngine()));

        Assert.False(report.IsOut);
        Assert.Equal((2, 74L), (report.Days, report.StockDays));
        Assert.Equal(["return_var", "VP", "return_intraday"], report.Engines.Single().Factors.Select(factor => factor.Factor));
        Assert.All(report.Engines.Single().Factors, factor => Assert.Equal((0, null, 0L), (factor.WorstError, factor.WorstAt, factor.OutCount)));
    }

    [Fact]
    public void Verify_OneFactorOffByThreeTolerances_NamesFactorAndStockDay()
    {
        VerificationReport report = Verify(EngineDouble.Named("off", results => Shift(results, s_second, "VP", "600003.SH", 3e-12)));

        FactorVerification vp = Row(report, "VP");
        Assert.True(report.IsOut);
        Assert.True(vp.IsOut);
        Assert.InRange(vp.WorstError, 2.99, 3.01);
        Assert.Equal(new StockDay(s_second, "600003.SH"), vp.WorstAt);
        Assert.InRange(vp.Value!.Value - vp.Reference, 2.99e-12, 3.01e-12);
        Assert.Equal((0L, 0L, 1L), (vp.NaNDisagreements, vp.Unwritten, vp.OutCount));
        Assert.DoesNotContain(report.Engines.Single().Factors, factor => factor.IsOut && factor.Factor != "VP");
    }

    [Fact]
    public void Verify_OneFactorOffByHalfATolerance_ShowsItAndIsNotOut()
    {
        VerificationReport report = Verify(EngineDouble.Named("near", results => Shift(results, s_first, "VP", "600003.SH", 0.5e-12)));

        FactorVerification vp = Row(report, "VP");
        Assert.False(report.IsOut);
        Assert.InRange(vp.WorstError, 0.49, 0.51);
        Assert.Equal(new StockDay(s_first, "600003.SH"), vp.WorstAt);
    }

    [Theory, InlineData(double.NaN, 1), InlineData(double.PositiveInfinity, 0)]
    public void Verify_WhatIsNoNumberForANumber_IsOut(double instead, long nanDisagreements)
    {
        VerificationReport report = Verify(EngineDouble.Named("hole", results => Set(results, s_first, "return_var", "000003.SZ", instead)));

        FactorVerification variance = Row(report, "return_var");
        Assert.Equal(double.PositiveInfinity, variance.WorstError);
        Assert.Equal(new StockDay(s_first, "000003.SZ"), variance.WorstAt);
        Assert.Equal(instead, variance.Value);
        Assert.True(double.IsFinite(variance.Reference));
        Assert.Equal((nanDisagreements, 0L, 1L), (variance.NaNDisagreements, variance.Unwritten, variance.OutCount));
    }

    [Fact]
    public void Verify_ANumberForNaN_IsOut()
    {
        string suspended = SuspendedOn(s_bars.Days[0]);

        VerificationReport report = Verify(EngineDouble.Named("filled", results => Set(results, s_first, "return_var", suspended, 0)));

        FactorVerification variance = Row(report, "return_var");
        Assert.Equal(new StockDay(s_first, suspended), variance.WorstAt);
        Assert.Equal((double.NaN, 0, 1L), (variance.Reference, variance.Value, variance.NaNDisagreements));
    }

    [Fact]
    public void Verify_AStockDayLeftOut_IsOutInEveryFactor_ThoughTheReferenceBeNaN()
    {
        string suspended = SuspendedOn(s_bars.Days[0]);

        VerificationReport report = Verify(EngineDouble.Named("short", results =>
            results.LeftOut = results.Day.Date == s_first ? results.Day.Stocks.IndexOf(suspended) : null));

        Assert.All(report.Engines.Single().Factors, factor =>
        {
            Assert.Equal((1L, 1L, 0L), (factor.OutCount, factor.Unwritten, factor.NaNDisagreements));
            Assert.Equal((new StockDay(s_first, suspended), null), (factor.WorstAt, factor.Value));
        });
    }

    [Fact]
    public void Verify_TwoStocksSwapped_AreOutWithTheirNames()
    {
        VerificationReport report = Verify(EngineDouble.Named("swapped", results =>
        {
            foreach (string factor in (string[])["return_var", "VP", "return_intraday"])
            {
                (results[factor, "000005.SZ"], results[factor, "000006.SZ"]) = (results[factor, "000006.SZ"], results[factor, "000005.SZ"]);
            }
        }));

        Assert.All(report.Engines.Single().Factors, factor =>
        {
            Assert.Equal(4, factor.OutCount);
            Assert.Contains(factor.WorstAt!.Value.Code, (string[])["000005.SZ", "000006.SZ"]);
        });
    }

    [Fact]
    public void Verify_OfSeveralEngines_KeepsThemApart()
    {
        VerificationReport report = Verify(
            new NamedEngine("good", new ReferenceEngine()),
            EngineDouble.Named("bad", results => Set(results, s_first, "VP", "000003.SZ", 2)));

        Assert.Equal([("good", false), ("bad", true)], report.Engines.Select(engine => (engine.Engine, engine.IsOut)));
        Assert.True(report.IsOut);
    }

    [Fact]
    public void Verify_Progress_CountsUpToAllStockDays()
    {
        var seen = new Progress();

        s_bars.Verify(s_program, [new NamedEngine("same", new ReferenceEngine())], seen, CancellationToken.None);

        Assert.Equal(seen.Reports.OrderBy(report => report.Done), seen.Reports);
        Assert.Equal(new StockDayProgress(74, 74), seen.Reports[^1]);
        Assert.True(seen.Reports.Count > 2, "more often than once a day");
    }

    [Fact]
    public void Verify_CancelledAfterTheFirstBlock_Ends()
    {
        using var source = new CancellationTokenSource();
        var seen = new Progress { OnReport = _ => source.Cancel() };

        Assert.ThrowsAny<OperationCanceledException>(
            () => s_bars.Verify(s_program, [new NamedEngine("same", new ReferenceEngine())], seen, source.Token));

        Assert.True(seen.Reports[^1].Done < 74, "the second day is not begun");
    }

    [Fact]
    public void Verify_WhatAListenerThrows_ReachesTheCallerAsItself()
    {
        var seen = new Progress { OnReport = _ => throw new NotSupportedException("listener") };

        var error = Assert.Throws<NotSupportedException>(() => s_bars.Verify(s_program, new VerifyOptions { Progress = seen }));

        Assert.Equal("listener", error.Message);
    }

    [Fact]
    public void Verify_WithoutEnginesNamed_TakesTheCpu_AndTheKindsOfDevicesThatHaveAGpu()
    {
        ImmutableArray<EngineKind> expected = new EngineFactory().ToVerify(s_program);

        VerificationReport report = s_bars.Verify(s_program);

        Assert.Equal(EngineKind.Cpu, expected[0]);
        Assert.Equal(expected.Select(EngineFactory.NameOf), report.Engines.Select(engine => engine.Engine));
        Assert.False(report.IsOut);
    }

    [Fact]
    public void ToString_GivesTheWorstFirst_AndEndsWithHowManyAreOut()
    {
        VerificationReport report = Verify(
            EngineDouble.Named("cpu", results => Set(results, s_first, "return_intraday", "000003.SZ", 0.5)),
            EngineDouble.Named("gpu", results => results.LeftOut = 3));

        GoldenText.Compare("tests/FactorGpu.Tests/Golden/tool/verification.txt", report.ToString());
    }

    private static VerificationReport Verify(params ImmutableArray<NamedEngine> engines)
        => s_bars.Verify(s_program, engines, progress: null, CancellationToken.None);

    private static FactorVerification Row(VerificationReport report, string factor)
        => report.Engines.Single().Factors.Single(row => row.Factor == factor);

    private static void Set(EngineDouble.Results results, DateOnly date, string factor, string code, double value)
    {
        if (results.Day.Date == date)
        {
            results[factor, code] = value;
        }
    }

    private static void Shift(EngineDouble.Results results, DateOnly date, string factor, string code, double by)
        => Set(results, date, factor, code, results[factor, code] + by);

    private static string SuspendedOn(DayTensor day)
        => day.Stocks.Codes.First(code => double.IsNaN(day.DayValue(BarField.PreClose, day.Stocks.IndexOf(code))));

    private sealed class Progress : IProgress<StockDayProgress>
    {
        internal List<StockDayProgress> Reports { get; } = [];

        internal Action<StockDayProgress>? OnReport { get; init; }

        public void Report(StockDayProgress value)
        {
            Reports.Add(value);
            OnReport?.Invoke(value);
        }
    }
}
