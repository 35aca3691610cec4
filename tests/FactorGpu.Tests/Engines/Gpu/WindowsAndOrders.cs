using System;
using System.Collections.Immutable;
using FactorGpu.Bars;
using FactorGpu.Expressions;

namespace FactorGpu.Tests.Engines.Gpu;

/// <summary>Definitions that bring every step of kernels in which bars look at other bars into one program: on gaps, ties, shifts, sequences and NaN.</summary>
internal static class WindowsAndOrders
{
    internal static ImmutableArray<FactorDefinition> Definitions { get; } =
    [
        Make("window_of_a_field", d => d.Close.RollingSum(9).Sum()),
        Make("window_with_gaps", d => d.Return.Where(d.Volume > d.Volume.Mean()).RollingSum(3).Sum() + d.Return.Where(d.Volume > 0).RollingSum(4).Count()),
        Make("window_between_slots", d => d.Close.Between(new SlotRange(31, 90)).RollingCov(d.Return, 12, ddof: 0).Sum()),
        Make("window_of_pairs", d => d.High.RollingCov(d.Low.Lag(), 50, ddof: 1).Last() / d.Low.RollingStd(50, ddof: 1).Max()),
        Make("window_of_one_bar", d => d.Volume.RollingSum(1).Sum() - d.Volume.RollingCov(d.Volume, 1, ddof: 0).Max()),
        Make("window_beyond_the_day", d => d.Close.RollingSum(500).Count() + d.Close.RollingStd(243, ddof: 1).Count()),
        Make("window_later", d => (d.Close.RollingSum(5).Lead(2) - d.Close.RollingSum(5).Lag(3)).Abs().Sum()),
        Make("window_of_core", d => d.Volume.RollingSum(9).Max(), BarScope.Core),
        Make("rank", d => (d.Volume.Rank() * d.BarIndex).Sum()),
        Make("rank_of_return", d => d.Return.Rank().Corr(d.Volume.Rank())),
        Make("rank_of_nan", d => (d.Close / (d.Volume - d.Volume.First())).Rank().Count()),
        Make("cumulated", d => d.Amount.CumsumBy(d.Close).Where(d.Return > 0).Sum()),
        Make("cumulated_to_a_bound", d => d.Return.CumsumBy(d.Volume.Lag(), d.Amount / d.Close).Sum()),
        Make("cumulated_by_rank", d => d.Return.CumsumBy((-d.Volume).Rank()).Max()),
        Make("groups", d => d.Volume.GroupSum(d.Close).Max() / d.Volume.GroupSum(d.Close).Count()),
        Make("groups_of_gaps", d => (d.Return.Where(d.Volume > 100).GroupSum((d.Close * 10).Floor()).Lag() * d.Slot).Sum()),
        Make("groups_selected", d => d.Volume.GroupSum(d.Close).Where(d.Volume.GroupSum(d.Close).TopCount(5)).Sum()),
        Make("top_count", d => d.Return.Where(d.Volume.TopCount((d.Close.Count() + 9) / 10)).Sum()),
        Make("least_count", d => d.Slot.Where((-d.Close).TopCount(7)).Sum() + d.BarIndex.Where((-d.Close).TopCount(7)).First()),
        Make("selected_sequence", d => (d.Close.RollingSum(3).Sum() + d.Close.Rank().Last()).WhereBars(d.Volume > d.Volume.Mean())),
    ];

    private static FactorDefinition Make(string id, Func<Day, Scalar> value, BarScope scope = BarScope.All) => new() { Id = id, Value = value, Scope = scope };
}
