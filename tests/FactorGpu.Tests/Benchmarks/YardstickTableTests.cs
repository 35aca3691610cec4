using System;
using System.Linq;
using FactorGpu.Benchmarks.Yardstick;
using Xunit;

namespace FactorGpu.Tests.Benchmarks;

public sealed class YardstickTableTests
{
    [Fact]
    public void Ratios_AreMediansOfRatiosWithinARound_ByProcessorOnOneThread()
    {
        YardstickRound[] rounds = [Round(ours: 6, other: 2), Round(ours: 30, other: 20), Round(ours: 10, other: 5)];

        string table = YardstickTable.OfRatios([(new YardstickComparison("cpu30_f64_t1", "avx512_f64_t1"), rounds)]);

        Assert.EndsWith("| cpu30_f64_t1 | avx512_f64_t1 | processor | 10.00 | 5.00 | 2.00 | 1.50 to 3.00 |\n", table, StringComparison.Ordinal);
    }

    [Fact]
    public void Ratios_OnTwoThreads_AreByTheClock()
    {
        string table = YardstickTable.OfRatios([(new YardstickComparison("cpu30_f64_t2", "avx512_f64_t2"), [Round(ours: 6, other: 2)])]);

        Assert.EndsWith("| clock | 60.00 | 20.00 | 3.00 | 3.00 to 3.00 |\n", table, StringComparison.Ordinal);
    }

    [Fact]
    public void Gains_CompareWhatASecondThreadGives()
    {
        YardstickRound[] one = [Round(ours: 10, other: 4)];
        YardstickRound[] two = [Round(ours: 6.25, other: 2)];

        string table = YardstickTable.OfGains([(new YardstickComparison("cpu30_f64_t1", "avx512_f64_t1"), one, two)]);

        Assert.EndsWith("| 1.60 | 2.00 | 0.80 |\n", table, StringComparison.Ordinal);
    }

    [Fact]
    public void Comparisons_NameOurCases_OnEqualThreads()
    {
        string[] ours = [.. YardstickCase.All.Select(each => each.Name)];

        Assert.All(YardstickComparison.All, comparison => Assert.Contains(comparison.Ours, ours));
        Assert.All(YardstickComparison.All, comparison => Assert.Equal(comparison.Ours[^3..], comparison.Other[^3..]));
    }

    /// <summary>Two calls each; the clock shows ten times the processor's time.</summary>
    private static YardstickRound Round(double ours, double other) => new(Times(ours), Times(other));

    private static YardstickTimes Times(double ms) => new([ms * 10, ms * 10], [ms, ms]);
}
