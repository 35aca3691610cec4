using System;
using FactorGpu.Bars;

namespace FactorGpu.Arrow.Inspection;

/// <summary>What the slots of a day's stocks hold, [S, T].</summary>
internal sealed class DayStates
{
    private readonly BarState[] _states;

    /// <summary>Looks at every slot; nothing is faulty yet.</summary>
    internal DayStates(DayTensor day)
    {
        S = day.Shape.S;
        _states = new BarState[day.Shape.FieldLength];
        foreach (BarField field in BarFields.Required)
        {
            ReadOnlySpan<double> values = day.Field(field);
            for (int cell = 0; cell < values.Length; cell++)
            {
                if (!double.IsNaN(values[cell]))
                {
                    _states[cell] = BarState.Traded;
                }
            }
        }

        MarkQuiet(day.Field(BarField.Volume));
    }

    /// <summary>Number of stocks.</summary>
    internal int S { get; }

    /// <summary>Number of slots of all stocks.</summary>
    internal int Count => _states.Length;

    /// <summary>The slots of a stock [T].</summary>
    internal ReadOnlySpan<BarState> Row(int s) => _states.AsSpan(s * BarAxis.SlotCount, BarAxis.SlotCount);

    /// <summary>How many slots hold a thing.</summary>
    internal int CountOf(BarState state) => _states.AsSpan().Count(state);

    /// <summary>Marks all bars of a stock.</summary>
    internal void MarkStock(int s)
    {
        for (int t = 0; t < BarAxis.SlotCount; t++)
        {
            if (Row(s)[t] != BarState.Missing)
            {
                MarkFaulty(s, t);
            }
        }
    }

    internal void MarkFaulty(int s, int t) => _states[(s * BarAxis.SlotCount) + t] = BarState.Faulty;

    /// <summary>The first slot of a stock that holds something, or -1.</summary>
    internal int First(int s) => Row(s).IndexOfAnyExcept(BarState.Missing);

    /// <summary>The last slot of a stock that holds something, or -1.</summary>
    internal int Last(int s) => Row(s).LastIndexOfAnyExcept(BarState.Missing);

    private void MarkQuiet(ReadOnlySpan<double> volumes)
    {
        for (int cell = 0; cell < volumes.Length; cell++)
        {
            if (volumes[cell] == 0)
            {
                _states[cell] = BarState.Quiet;
            }
        }
    }
}
