using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace FactorGpu.Benchmarks.Report;

/// <summary>Where a value lies on an axis, and which values the axis names.</summary>
internal sealed class AxisScale
{
    private const int MostDecadesWithSteps = 3;
    private const double LinearTicks = 5;

    private static readonly ImmutableArray<double> s_steps = [1, 2, 5];

    private readonly bool _isLog;
    private readonly double _least;
    private readonly double _most;
    private readonly double _from;
    private readonly double _to;

    private AxisScale(bool isLog, double least, double most, double from, double to, ImmutableArray<double> ticks)
    {
        _isLog = isLog;
        _least = least;
        _most = most;
        _from = from;
        _to = to;
        Ticks = ticks;
    }

    /// <summary>The values to be named, ascending.</summary>
    internal ImmutableArray<double> Ticks { get; }

    /// <summary>From 1, 2 or 5 times a power of ten that is not above all values to such a one that is not below them.</summary>
    /// <param name="values">Values above 0.</param>
    /// <param name="from">Place of the least value on the page.</param>
    /// <param name="to">Place of the largest.</param>
    internal static AxisScale Log(IEnumerable<double> values, double from, double to)
    {
        double[] all = [.. values];
        int first = (int)Math.Floor(Math.Log10(all.Min()));
        int last = (int)Math.Ceiling(Math.Log10(all.Max()));
        ImmutableArray<double> round = [.. Enumerable.Range(first, last - first + 1).SelectMany(power => s_steps.Select(step => step * Math.Pow(10, power)))];
        double least = round.Last(value => value <= all.Min());
        double most = round.First(value => value >= all.Max() && value > least);
        IEnumerable<double> ticks = round.Where(value => value >= least && value <= most);
        return new AxisScale(true, least, most, from, to, [.. last - first <= MostDecadesWithSteps ? ticks : ticks.Where(IsPowerOfTen)]);
    }

    /// <summary>From 0 to a round number that is not below all values.</summary>
    /// <param name="values">Values from 0 on, one of them above it.</param>
    /// <param name="from">Place of 0 on the page.</param>
    /// <param name="to">Place of the end.</param>
    internal static AxisScale Linear(IEnumerable<double> values, double from, double to)
    {
        double most = values.Max();
        double power = Math.Pow(10, Math.Floor(Math.Log10(most / LinearTicks)));
        double step = s_steps.Append(10).Select(factor => factor * power).First(each => each * LinearTicks >= most);
        int count = (int)Math.Ceiling(most / step);
        return new AxisScale(false, 0, count * step, from, to, [.. Enumerable.Range(0, count + 1).Select(tick => tick * step)]);
    }

    /// <summary>The place of a value on the page.</summary>
    internal double Place(double value)
    {
        double part = _isLog ? Math.Log(value / _least) / Math.Log(_most / _least) : (value - _least) / (_most - _least);
        return _from + (part * (_to - _from));
    }

    private static bool IsPowerOfTen(double value) => Math.Abs(Math.Log10(value) - Math.Round(Math.Log10(value))) < 1e-9;
}
