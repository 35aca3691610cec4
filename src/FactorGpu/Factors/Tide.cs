using FactorGpu.Expressions;

namespace FactorGpu.Factors;

/// <summary>The tide of Fangzheng's second report: volume over nine bars rises from its low point m to its peak p and falls to its low point q.</summary>
internal sealed class Tide
{
    private const int BarsOfWindow = 9;

    private readonly Scalar _rise;
    private readonly Scalar _fall;
    private readonly ScalarCondition _hasBothSides;
    private readonly ScalarCondition _risesFromLower;

    internal Tide(Day day)
    {
        Series volume = day.Volume.RollingSum(BarsOfWindow).Lead(BarsOfWindow / 2);
        Scalar peak = BarOf(day, volume, volume.Max());
        Series before = volume.Where(day.BarIndex < peak);
        Series after = volume.Where(day.BarIndex > peak);
        Scalar start = BarOf(day, before, before.Min());
        Scalar end = BarOf(day, after, after.Min());
        _hasBothSides = start.IsNumber() & end.IsNumber();
        _risesFromLower = before.Min() <= after.Min();
        _rise = Slope(day, start, peak);
        _fall = Slope(day, peak, end);
        Full = Slope(day, start, end);
    }

    /// <summary>Return per bar from m to q.</summary>
    internal Scalar Full { get; }

    /// <summary>Return per bar of the leg whose outer end has the smaller volume; the rising one if they are equal.</summary>
    internal Scalar Strong => _hasBothSides.IfElse(_risesFromLower.IfElse(_rise, _fall), double.NaN);

    /// <summary>Return per bar of the other leg.</summary>
    internal Scalar Weak => _hasBothSides.IfElse(_risesFromLower.IfElse(_fall, _rise), double.NaN);

    /// <summary>The earliest bar with a value.</summary>
    private static Scalar BarOf(Day day, Series x, Scalar value) => day.BarIndex.Where(x.EqualTo(value)).First();

    private static Scalar CloseAt(Day day, Scalar bar) => day.Close.Where(day.BarIndex.EqualTo(bar)).First();

    private static Scalar Slope(Day day, Scalar from, Scalar to) => CloseAt(day, to).ChangeFrom(CloseAt(day, from)) / (to - from);
}
