using System.Collections.Immutable;

namespace FactorGpu.Bars;

/// <summary>How lively each slot of a sample day is: U-shaped over the minutes, busiest in the first, with a large volume in the two auctions.</summary>
internal sealed class SampleClock
{
    private const double HalfDay = 118;
    private const double Noon = 119;

    internal SampleClock()
    {
        var volume = ImmutableArray.CreateBuilder<double>(BarAxis.SlotCount);
        var move = ImmutableArray.CreateBuilder<double>(BarAxis.SlotCount);
        for (int t = 0; t < BarAxis.SlotCount; t++)
        {
            double p = (t - Noon) / HalfDay;
            double opening = t < Noon ? p * p * p * p : 0;
            volume.Add(IsAuction(t) ? 5 : 0.6 + (1.2 * p * p) + (1.5 * opening));
            move.Add(IsAuction(t) ? 1 : 0.7 + (0.5 * p * p) + (0.9 * opening));
        }

        Volume = volume.MoveToImmutable();
        Move = move.MoveToImmutable();
    }

    /// <summary>Volume of a slot as a multiple of a minute at noon, [T].</summary>
    internal ImmutableArray<double> Volume { get; }

    /// <summary>Standard deviation of a slot's return as a multiple of a minute at noon, [T].</summary>
    internal ImmutableArray<double> Move { get; }

    /// <summary>True for the slots of the two call auctions.</summary>
    internal static bool IsAuction(int slot) => slot is BarAxis.OpenAuctionSlot or BarAxis.CloseAuctionSlot;
}
