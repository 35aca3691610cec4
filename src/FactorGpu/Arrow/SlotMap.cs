using System;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Linq;
using FactorGpu.Bars;

namespace FactorGpu.Arrow;

/// <summary>The slot of each minute of the day under one stamp convention.</summary>
internal sealed class SlotMap
{
    private readonly ImmutableArray<int> _slots;

    private SlotMap(BarConvention convention, Func<int, int> slotAt)
    {
        Convention = convention;
        _slots = [.. Enumerable.Range(0, WallMinute.PerDay).Select(slotAt)];
    }

    /// <summary>Stamps are starts of canonical bars.</summary>
    internal static SlotMap Canonical { get; } = new(BarConvention.Canonical, SlotStartingAt);

    /// <summary>Stamps are ends of 240 bars; 15:00 holds the closing auction.</summary>
    internal static SlotMap End240 { get; } = new(BarConvention.End240, SlotEndingAt);

    internal BarConvention Convention { get; }

    /// <summary>The name by which the convention is asked for.</summary>
    internal string Name => this == Canonical ? "canonical" : "end240";

    /// <summary>The slot of a minute of the day, or -1 when the convention has no such stamp.</summary>
    internal int SlotAt(int minuteOfDay) => _slots[minuteOfDay];

    /// <summary>True when some bars of the convention may be padding.</summary>
    internal bool HasPadding => Convention == BarConvention.End240;

    /// <summary>True for a bar that stands only for a minute of the closing call auction, in which nothing trades.</summary>
    internal bool IsPadding(int minuteOfDay, double volume) => HasPadding && volume == 0 && BarAxis.ClosingCall.Contains(SlotAt(minuteOfDay));

    /// <summary>Which auctions a file with these stamps delivers as bars of their own.</summary>
    internal AuctionBars Auctions(MinuteSet stamps)
    {
        AuctionBars close = stamps.Contains(BarAxis.CloseAuctionMinute) ? AuctionBars.Close : AuctionBars.None;
        bool hasOpen = Convention == BarConvention.Canonical && stamps.Contains(BarAxis.OpenAuctionMinute);
        return hasOpen ? close | AuctionBars.Open : close;
    }

    /// <summary>The map of a convention that is not Detect.</summary>
    internal static SlotMap Of(BarConvention convention)
    {
        Debug.Assert(convention is BarConvention.Canonical or BarConvention.End240, "Detect has no slots");
        return convention == BarConvention.Canonical ? Canonical : End240;
    }

    private static int SlotStartingAt(int minute) => BarAxis.TrySlotStartingAt(minute, out int slot) ? slot : -1;

    private static int SlotEndingAt(int minute)
    {
        if (minute == BarAxis.CloseAuctionMinute)
        {
            return BarAxis.CloseAuctionSlot;
        }

        int slot = SlotStartingAt(minute - 1);
        return slot is > BarAxis.OpenAuctionSlot and < BarAxis.CloseAuctionSlot ? slot : -1;
    }
}
