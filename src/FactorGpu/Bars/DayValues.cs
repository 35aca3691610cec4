using System;
using System.Threading;

namespace FactorGpu.Bars;

/// <summary>pre_close, limit_up and limit_down of each stock of a day (catalogue 1.1): [S, 3], each found when it is first asked for, then kept.</summary>
/// <remarks>May be asked by several threads at once: those that meet find the same value.</remarks>
internal sealed class DayValues
{
    private static readonly int s_perStock = BarFields.Count - (int)BarField.PreClose;

    private readonly DayTensor _day;
    private readonly double[] _values;
    private readonly bool[] _isFound;

    internal DayValues(DayTensor day)
    {
        _day = day;
        _values = new double[day.Shape.S * s_perStock];
        _isFound = new bool[_values.Length];
    }

    /// <summary>The first finite positive value along the slots; NaN when there is none.</summary>
    internal double Of(BarField field, int s)
    {
        int at = (s * s_perStock) + (field - BarField.PreClose);
        if (!Volatile.Read(ref _isFound[at]))
        {
            _values[at] = First(field, s);
            Volatile.Write(ref _isFound[at], true);
        }

        return _values[at];
    }

    /// <summary>Takes over what another day has found, or finds, of neighbouring stocks.</summary>
    /// <param name="first">Position of the first of them here.</param>
    /// <param name="part">Their values.</param>
    internal void Learn(int first, DayValues part)
    {
        for (int i = 0; i < part._values.Length; i++)
        {
            int at = (first * s_perStock) + i;
            _values[at] = part.Of(BarField.PreClose + (i % s_perStock), i / s_perStock);
            Volatile.Write(ref _isFound[at], true);
        }
    }

    private double First(BarField field, int s)
    {
        Span<double> widened = stackalloc double[_day.IsSingle ? BarAxis.SlotCount : 0];
        if (_day.IsSingle)
        {
            _day.Single.Widen(field, s, widened);
        }

        foreach (double x in _day.IsSingle ? widened : _day.Row(field, s))
        {
            if (double.IsFinite(x) && x > 0)
            {
                return x;
            }
        }

        return double.NaN;
    }
}
