using System;
using System.Collections.Immutable;
using FactorGpu.Bars;

namespace FactorGpu.Arrow.Inspection;

/// <summary>A day as a small picture [R, T]: each row is a few neighbouring stocks, each cell how many of them have the bar.</summary>
internal sealed class CoveragePicture
{
    /// <summary>No stock of the cell has the bar.</summary>
    internal const byte Missing = 0;

    /// <summary>All stocks of the cell have the bar, or nearly all; below it are thirds.</summary>
    internal const byte Full = 4;

    /// <summary>The bars of the cell have no volume.</summary>
    internal const byte Quiet = 5;

    /// <summary>A bar of the cell is faulty.</summary>
    internal const byte Faulty = 6;

    private const int MostRows = 100;

    // A suspended stock among fifty is no gap.
    private const double NearlyAll = 0.95;

    private readonly byte[] _levels;

    internal CoveragePicture(DayTensor day, DayStates states)
    {
        Date = day.Date;
        Codes = day.Stocks.Codes;
        Rows = Math.Min(MostRows, day.Shape.S);
        Bars = states.Count - states.CountOf(BarState.Missing);
        FaultyBars = states.CountOf(BarState.Faulty);
        Cells = states.Count;
        _levels = new byte[Rows * BarAxis.SlotCount];
        for (int r = 0; r < Rows; r++)
        {
            for (int t = 0; t < BarAxis.SlotCount; t++)
            {
                _levels[(r * BarAxis.SlotCount) + t] = Level(states, r, t);
            }
        }
    }

    internal DateOnly Date { get; }

    /// <summary>Number of rows, R.</summary>
    internal int Rows { get; }

    /// <summary>Slots of all stocks.</summary>
    internal long Cells { get; }

    /// <summary>Those with a bar.</summary>
    internal long Bars { get; }

    /// <summary>Those with a bar that is faulty.</summary>
    internal long FaultyBars { get; }

    /// <summary>The stocks, in the order of the rows.</summary>
    internal ImmutableArray<string> Codes { get; }

    /// <summary>The cells of a row [T].</summary>
    internal ReadOnlySpan<byte> Row(int r) => _levels.AsSpan(r * BarAxis.SlotCount, BarAxis.SlotCount);

    /// <summary>The first stock of a row.</summary>
    internal int FirstStock(int r) => (int)((long)r * Codes.Length / Rows);

    private byte Level(DayStates states, int r, int t)
    {
        Span<int> counts = stackalloc int[4];
        int end = FirstStock(r + 1);
        for (int s = FirstStock(r); s < end; s++)
        {
            counts[(int)states.Row(s)[t]]++;
        }

        int stocks = end - FirstStock(r);
        int bars = stocks - counts[(int)BarState.Missing];
        return counts[(int)BarState.Faulty] > 0 ? Faulty
            : bars == 0 ? Missing
            : counts[(int)BarState.Quiet] == bars ? Quiet
            : bars >= NearlyAll * stocks ? Full
            : (byte)(1 + (3 * bars / stocks));
    }
}
