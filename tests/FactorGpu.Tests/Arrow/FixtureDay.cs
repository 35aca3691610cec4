using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;

namespace FactorGpu.Tests.Arrow;

/// <summary>The bars of one stock on one day, in parts, and the ways in which sources put stamps on them. Stamps are written out by hand here: no code of the library is used.</summary>
internal sealed class FixtureDay
{
    private const int MorningBars = 120;
    private const int AfternoonBars = 117;

    internal FixtureDay(int stock)
    {
        Stock = stock;
        OpenAuction = FixtureBar.Number(0, stock);
        Morning = [.. Enumerable.Range(1, MorningBars).Select(n => FixtureBar.Number(n, stock))];
        Afternoon = [.. Enumerable.Range(1 + MorningBars, AfternoonBars).Select(n => FixtureBar.Number(n, stock))];
        CloseAuction = FixtureBar.Number(1 + MorningBars + AfternoonBars, stock);
    }

    internal int Stock { get; }

    internal FixtureBar OpenAuction { get; }

    internal ImmutableArray<FixtureBar> Morning { get; }

    internal ImmutableArray<FixtureBar> Afternoon { get; }

    internal FixtureBar CloseAuction { get; }

    private FixtureBar Quiet => Afternoon[^1].Quiet();

    /// <summary>Canonical: all bars that a day with both auctions has.</summary>
    internal IEnumerable<(string Time, FixtureBar Bar)> Full() => [("09:25", OpenAuction), .. WithoutOpen()];

    /// <summary>Canonical: without the opening auction.</summary>
    internal IEnumerable<(string Time, FixtureBar Bar)> WithoutOpen() => [.. From("09:30", Morning), .. From("13:00", Afternoon), ("15:00", CloseAuction)];

    /// <summary>Canonical: without auctions; what other sources have at 15:00 is in 14:59.</summary>
    internal IEnumerable<(string Time, FixtureBar Bar)> WithoutAuctions() => [.. From("09:30", Morning), .. From("13:00", Afternoon), ("14:59", CloseAuction)];

    /// <summary>Canonical: without the opening auction, with a quiet 14:57.</summary>
    internal IEnumerable<(string Time, FixtureBar Bar)> WithFirstClosingMinute() => [.. WithoutOpen(), ("14:57", Quiet)];

    /// <summary>Canonical: without the opening auction, with all quiet minutes of the closing call.</summary>
    internal IEnumerable<(string Time, FixtureBar Bar)> WithClosingMinutes() => [.. WithFirstClosingMinute(), ("14:58", Quiet), ("14:59", Quiet)];

    /// <summary>240 ends: 09:31..11:30, 13:01..15:00.</summary>
    internal IEnumerable<(string Time, FixtureBar Bar)> Ends240()
        => [.. From("09:31", Morning), .. From("13:01", Afternoon), ("14:58", Quiet), ("14:59", Quiet), ("15:00", CloseAuction)];

    /// <summary>241 ends: the opening auction at 09:30, then the 240.</summary>
    internal IEnumerable<(string Time, FixtureBar Bar)> Ends241() => [("09:30", OpenAuction), .. Ends240()];

    /// <summary>240 starts: 09:30..11:29, 13:00..14:59.</summary>
    internal IEnumerable<(string Time, FixtureBar Bar)> Starts240()
        => [.. From("09:30", Morning), .. From("13:00", Afternoon), ("14:57", Quiet), ("14:58", Quiet), ("14:59", CloseAuction)];

    /// <summary>240 starts of the K-line tutorial: 09:30..11:30, 13:00..14:57, 15:00; the last trade of the morning is at 11:30:00.</summary>
    internal IEnumerable<(string Time, FixtureBar Bar)> StartsOfTutorial()
        => [.. MorningTo1130(), .. From("13:00", Afternoon), ("14:57", Quiet), ("15:00", CloseAuction)];

    /// <summary>121 + 121 starts: 09:30..11:30, 13:00..15:00.</summary>
    internal IEnumerable<(string Time, FixtureBar Bar)> Starts242()
        => [.. MorningTo1130(), .. From("13:00", Afternoon), ("14:57", Quiet), ("14:58", Quiet), ("14:59", Quiet), ("15:00", CloseAuction)];

    private IEnumerable<(string Time, FixtureBar Bar)> MorningTo1130()
        => [.. From("09:30", Morning[..^1]), ("11:29", Morning[^1].Head()), ("11:30", Morning[^1].Tail())];

    private static IEnumerable<(string Time, FixtureBar Bar)> From(string first, IEnumerable<FixtureBar> bars)
    {
        TimeOnly start = TimeOnly.ParseExact(first, "HH:mm", CultureInfo.InvariantCulture);
        return bars.Select((bar, i) => (start.AddMinutes(i).ToString("HH:mm", CultureInfo.InvariantCulture), bar));
    }
}
