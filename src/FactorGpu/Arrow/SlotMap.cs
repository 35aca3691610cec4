using System;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Linq;
using FactorGpu.Arrow.Presets;
using FactorGpu.Bars;

namespace FactorGpu.Arrow;

/// <summary>The slot of each minute of the day for one axis: its label, its stamps, and what of it is padding.</summary>
internal sealed class SlotMap
{
    private const int OpenAuctionStartLate = (9 * 60) + 29; // vnpy_ifind stamps the opening auction so
    private const int MorningEnd = (11 * 60) + 30;
    private const int MorningLastSlot = 120;
    private const int AfternoonSlot = 121;
    private const int LastMinuteSlot = 240;

    // Shanghai traded to 15:00 without a closing call auction before this day (sources.md 2.2).
    private static readonly int s_shanghaiClosingCallDay = WallMinute.DayOf(new DateOnly(2018, 8, 20));

    private readonly ImmutableArray<int> _slots;
    private readonly Preset _preset;

    private SlotMap(Preset preset, BarLabel label, ImmutableArray<int> stamps)
    {
        Label = label;
        Axis = string.Join(", ", StampRanges.Texts(preset.Stamps));
        _preset = preset;
        int[] slots = new int[WallMinute.PerDay];
        Array.Fill(slots, -1);
        foreach (int minute in stamps)
        {
            slots[minute] = label == BarLabel.Start ? SlotStartingAt(minute) : SlotEndingAt(minute);
        }

        _slots = [.. slots];
    }

    /// <summary>Start or End.</summary>
    internal BarLabel Label { get; }

    /// <summary>The stamps of the axis, as <c>09:31..11:30, 13:01..15:00</c>.</summary>
    internal string Axis { get; }

    /// <summary>The axis of a preset.</summary>
    /// <param name="preset">The preset.</param>
    /// <param name="label">Start or End; what the preset says unless it says Detect.</param>
    internal static SlotMap Of(Preset preset, BarLabel label)
    {
        Debug.Assert(label != BarLabel.Detect, "Detect has no slots");
        return new SlotMap(preset, label, preset.Stamps);
    }

    /// <summary>
    /// The axis with one more stamp, that of another layout beside the lunch break: the start 11:30, which belongs to 11:29, or the end 13:00, which
    /// belongs to 13:01 (sources.md 2.3).
    /// </summary>
    internal SlotMap WithLunchBar() => new(_preset, Label, _preset.Stamps.Add(LunchMinute));

    /// <summary>The stamp that <see cref="WithLunchBar"/> adds.</summary>
    internal int LunchMinute => Label == BarLabel.Start ? MorningEnd : BarAxis.AfternoonMinute;

    /// <summary>The slot of a minute of the day under today's trading hours, or -1 when the axis has no such stamp.</summary>
    internal int SlotAt(int minuteOfDay) => _slots[minuteOfDay];

    /// <summary>
    /// The slot of a row. It is that of <see cref="SlotAt"/>, but for the end stamp 15:00 of a Shanghai stock before 2018-08-20: without a closing
    /// call auction it is the bar of the last minute, slot 240 (sources.md 2.3).
    /// </summary>
    internal int SlotOf(WallMinute stamp, bool isShanghai)
    {
        int slot = _slots[stamp.MinuteOfDay];
        bool isLastMinute = slot == BarAxis.CloseAuctionSlot && isShanghai && Label == BarLabel.End && stamp.Day < s_shanghaiClosingCallDay;
        return isLastMinute ? LastMinuteSlot : slot;
    }

    /// <summary>True when <see cref="IsPadding"/> may hold for some rows.</summary>
    internal bool HasPadding => _preset.DropEmptyClosing || (Label == BarLabel.End && _slots[BarAxis.AfternoonMinute] >= 0);

    /// <summary>True for a row without volume that stands only for a minute in which nothing trades: the closing call, and the end stamp 13:00.</summary>
    internal bool IsPadding(int minuteOfDay, int slot, double volume)
        => volume == 0 && ((_preset.DropEmptyClosing && BarAxis.ClosingCall.Contains(slot)) || (Label == BarLabel.End && minuteOfDay == BarAxis.AfternoonMinute));

    /// <summary>Which auctions a file with these stamps delivers as bars of their own.</summary>
    internal AuctionBars Auctions(MinuteSet stamps)
        => (HasSlot(stamps, BarAxis.OpenAuctionSlot) ? AuctionBars.Open : AuctionBars.None)
            | (HasSlot(stamps, BarAxis.CloseAuctionSlot) ? AuctionBars.Close : AuctionBars.None);

    private bool HasSlot(MinuteSet stamps, int slot)
        => Enumerable.Range(TradingDay.FirstMinute, TradingDay.LastMinute - TradingDay.FirstMinute + 1).Any(minute => _slots[minute] == slot && stamps.Contains(minute));

    private static int SlotStartingAt(int minute) => minute switch
    {
        OpenAuctionStartLate => BarAxis.OpenAuctionSlot,
        MorningEnd => MorningLastSlot,
        _ => BarAxis.TrySlotStartingAt(minute, out int slot) ? slot : -1,
    };

    private static int SlotEndingAt(int minute) => minute switch
    {
        BarAxis.MorningMinute => BarAxis.OpenAuctionSlot,
        BarAxis.AfternoonMinute => AfternoonSlot,
        BarAxis.CloseAuctionMinute => BarAxis.CloseAuctionSlot,
        > BarAxis.MorningMinute when BarAxis.TrySlotStartingAt(minute - 1, out int slot) && slot < BarAxis.CloseAuctionSlot => slot,
        _ => -1,
    };
}
