using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Text;

namespace FactorGpu.Benchmarks.Yardstick;

/// <summary>Prints comparisons as Markdown: medians over the rounds, and between which ratios the rounds lay.</summary>
internal static class YardstickTable
{
    internal static string OfRatios(ImmutableArray<(YardstickComparison Comparison, YardstickRound[] Rounds)> measured)
    {
        var text = new StringBuilder("| ours | the other | time | ours, ms | other, ms | ratio | rounds |\n| --- | --- | --- | --- | --- | --- | --- |\n");
        foreach ((YardstickComparison comparison, YardstickRound[] rounds) in measured)
        {
            bool isByClock = comparison.IsByClock;
            double[] ratios = [.. rounds.Select(round => round.Ratio(isByClock)).Order()];
            double ours = YardstickTimes.MedianOf(rounds.Select(round => round.Ours.Median(isByClock)));
            double other = YardstickTimes.MedianOf(rounds.Select(round => round.Other.Median(isByClock)));
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {comparison.Ours} | {comparison.Other} | {(isByClock ? "clock" : "processor")} | {ours:F2} | {other:F2} | {YardstickTimes.MedianOf(ratios):F2} | {ratios[0]:F2} to {ratios[^1]:F2} |\n");
        }

        return text.ToString();
    }

    /// <summary>What a second thread gains: time by the clock on one thread over that on two.</summary>
    internal static string OfGains(ImmutableArray<(YardstickComparison Comparison, YardstickRound[] One, YardstickRound[] Two)> measured)
    {
        var text = new StringBuilder("| two threads over one | ours | the other's | ratio |\n| --- | --- | --- | --- |\n");
        foreach ((YardstickComparison comparison, YardstickRound[] one, YardstickRound[] two) in measured)
        {
            double ours = YardstickTimes.MedianOf(one.Select(round => round.Ours.Median(isByClock: true))) / YardstickTimes.MedianOf(two.Select(round => round.Ours.Median(isByClock: true)));
            double other = YardstickTimes.MedianOf(one.Select(round => round.Other.Median(isByClock: true))) / YardstickTimes.MedianOf(two.Select(round => round.Other.Median(isByClock: true)));
            text.Append(CultureInfo.InvariantCulture, $"| {comparison.Ours} beside {comparison.Other} | {ours:F2} | {other:F2} | {ours / other:F2} |\n");
        }

        return text.ToString();
    }
}
