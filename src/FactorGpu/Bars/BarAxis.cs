using System;
using System.Collections.Immutable;

namespace FactorGpu.Bars;

/// <summary>The minute axis of a trading day: 242 slots labelled by the start of the bar (catalogue 1.2).</summary>
/// <remarks>Slot 0 is the opening call auction (09:25), 1..120 the minutes 09:30..11:29, 121..240 the minutes 13:00..14:59, 241 the closing call auction (15:00).</remarks>
public static class BarAxis
{
    /// <summary>Number of slots, T = 242.</summary>
    public const int SlotCount = 242;

    /// <summary>Slot of the opening call auction.</summary>
    public const int OpenAuctionSlot = 0;

    /// <summary>Slot of the closing call auction.</summary>
    public const int CloseAuctionSlot = 241;

    internal const int OpenAuctionMinute = (9 * 60) + 25;
    internal const int MorningMinute = (9 * 60) + 30;
    internal const int AfternoonMinute = 13 * 60;
    internal const int CloseAuctionMinute = 15 * 60;
    private const int HalfDayMinutes = 120;

    /// <summary>The slots without trades under the closing call auction, 14:57..14:59.</summary>
    public static SlotRange ClosingCall { get; } = new(238, 240);

    /// <summary>The whole day, 0..241: the scope ALL.</summary>
    public static SlotRange All { get; } = new(0, 241);

    /// <summary>Continuous trading without the auctions, 1..237: the scope CORE.</summary>
    public static SlotRange Core { get; } = new(1, 237);

    /// <summary>AM, 0..120: the opening auction and 09:30..11:29.</summary>
    public static SlotRange Morning { get; } = new(0, 120);

    /// <summary>PM, 121..241: 13:00..14:59 and the closing auction.</summary>
    public static SlotRange Afternoon { get; } = new(121, 241);

    /// <summary>H1..H8, the half hours that partition the day, at index 0..7 (catalogue 1.2): H1 = 0..30, H8 = 211..241.</summary>
    public static ImmutableArray<SlotRange> HalfHours { get; } =
        [new(0, 30), new(31, 60), new(61, 90), new(91, 120), new(121, 150), new(151, 180), new(181, 210), new(211, 241)];

    /// <summary>The slots of a scope.</summary>
    public static SlotRange SlotsOf(BarScope scope) => scope == BarScope.Core ? Core : All;

    /// <summary>The time at which the bar of a slot starts.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="slot"/> is not in 0..241.</exception>
    public static TimeOnly StartOf(int slot)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(slot);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(slot, SlotCount);
        int minute = slot switch
        {
            OpenAuctionSlot => OpenAuctionMinute,
            CloseAuctionSlot => CloseAuctionMinute,
            <= HalfDayMinutes => MorningMinute + slot - 1,
            _ => AfternoonMinute + slot - 1 - HalfDayMinutes,
        };
        return new TimeOnly(minute / 60, minute % 60);
    }

    /// <summary>The slot whose bar starts at a minute of the day, by the canonical axis.</summary>
    /// <param name="minuteOfDay">Minutes since midnight, wall time of the exchange.</param>
    /// <param name="slot">The slot 0..241, when there is one.</param>
    /// <returns>False for a minute at which no bar of the axis starts, such as 11:30.</returns>
    public static bool TrySlotStartingAt(int minuteOfDay, out int slot)
    {
        slot = minuteOfDay switch
        {
            OpenAuctionMinute => OpenAuctionSlot,
            CloseAuctionMinute => CloseAuctionSlot,
            >= MorningMinute and < MorningMinute + HalfDayMinutes => minuteOfDay - MorningMinute + 1,
            >= AfternoonMinute and < CloseAuctionMinute => minuteOfDay - AfternoonMinute + 1 + HalfDayMinutes,
            _ => -1,
        };
        return slot >= 0;
    }
}
