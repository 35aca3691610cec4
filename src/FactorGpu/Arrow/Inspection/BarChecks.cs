using System.Collections.Immutable;
using FactorGpu.Bars;

namespace FactorGpu.Arrow.Inspection;

/// <summary>The table of what is looked for in a single bar.</summary>
internal static class BarChecks
{
    // The choices of this project: how far amount / volume may lie outside of low..high, how far prices that were multiplied by a factor may be off, and half a fund's tick.
    private const double RangeSlack = 0.01;
    private const double PriceRounding = 1e-6;
    private const double LimitSlack = 0.0005;

    /// <summary>True for a bar that has the fault.</summary>
    internal delegate bool BarTest(in StockBars bars, int t);

    /// <summary>What makes a bar invalid. The first that holds is the fault; nothing else is then looked for.</summary>
    internal static ImmutableArray<(DataFault Fault, BarTest IsFaulty)> Invalid { get; } =
    [
        (DataFaults.OpenOfZero, (in StockBars bars, int t) => bars.Open[t] == 0 && bars.High[t] > 0 && bars.Low[t] > 0 && bars.Close[t] > 0),
        (DataFaults.ImpossibleBars, IsImpossible),
        (DataFaults.IncompleteBars, (in StockBars bars, int t) => !bars.Valid.Contains(t)),
    ];

    /// <summary>What may be odd about a valid bar; each is looked for.</summary>
    internal static ImmutableArray<(DataFault Fault, BarTest IsFaulty)> Odd { get; } =
    [
        (DataFaults.LowAboveHigh, (in StockBars bars, int t) => !HasRange(bars, t)),
        (DataFaults.OutsideRange, (in StockBars bars, int t) => HasRange(bars, t) && !(IsInRange(bars, t, bars.Open[t], PriceRounding) && IsInRange(bars, t, bars.Close[t], PriceRounding))),
        (DataFaults.OffTick, (in StockBars bars, int t) => !(bars.IsOnTick(bars.Open[t]) && bars.IsOnTick(bars.High[t]) && bars.IsOnTick(bars.Low[t]) && bars.IsOnTick(bars.Close[t]))),
        (DataFaults.OutsideLimits, (in StockBars bars, int t) => bars.High[t] > bars.LimitUp + LimitSlack || bars.Low[t] < bars.LimitDown - LimitSlack),
        (DataFaults.VolumeWithoutAmount, (in StockBars bars, int t) => bars.Volume[t] > 0 != bars.Amount[t] > 0),
        (DataFaults.AmountOutsideRange, IsAmountOutsideRange),
        (DataFaults.NoVolume, (in StockBars bars, int t) => bars.Volume[t] == 0),
    ];

    /// <summary>True where the first minute's volume and amount hold those of the opening auction: taken as they are they give no price of that minute, without the auction they do.</summary>
    internal static bool IsAuctionDoubled(in StockBars bars)
    {
        const int Auction = BarAxis.OpenAuctionSlot;
        const int Next = Auction + 1;
        if (!bars.Valid.Contains(Auction) || !bars.Valid.Contains(Next) || !HasRange(bars, Next) || !bars.HasUnits)
        {
            return false;
        }

        double volume = bars.Volume[Next] - bars.Volume[Auction];
        double amount = bars.Amount[Next] - bars.Amount[Auction];
        return bars.Volume[Auction] > 0 && bars.Amount[Auction] > 0 && volume > 0 && amount > 0
            && !IsInRange(bars, Next, bars.Amount[Next] / bars.Volume[Next], PriceRounding + bars.PriceSlack(Next))
            && IsInRange(bars, Next, amount / volume, PriceRounding + (1 / amount) + (bars.VolumeStep / volume));
    }

    private static bool IsImpossible(in StockBars bars, int t)
        => IsImpossible(bars.Open[t]) || IsImpossible(bars.High[t]) || IsImpossible(bars.Low[t]) || IsImpossible(bars.Close[t])
            || bars.Volume[t] < 0 || bars.Amount[t] < 0 || double.IsInfinity(bars.Volume[t]) || double.IsInfinity(bars.Amount[t]);

    private static bool IsImpossible(double price) => price <= 0 || double.IsInfinity(price);

    private static bool IsAmountOutsideRange(in StockBars bars, int t)
        => bars.HasUnits && HasRange(bars, t) && bars.Volume[t] > 0 && bars.Amount[t] > 0
            && !(t == BarAxis.OpenAuctionSlot + 1 && IsAuctionDoubled(bars))
            && !IsInRange(bars, t, bars.Amount[t] / bars.Volume[t], RangeSlack + bars.PriceSlack(t));

    private static bool HasRange(in StockBars bars, int t) => bars.Low[t] <= bars.High[t];

    /// <summary>True for a price between low and high of a bar.</summary>
    private static bool IsInRange(in StockBars bars, int t, double price, double slack) => price >= bars.Low[t] * (1 - slack) && price <= bars.High[t] * (1 + slack);
}
