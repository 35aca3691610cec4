using System;
using System.Collections.Generic;
using FactorGpu.Bars;
using FactorGpu.Expressions;

namespace FactorGpu.Tests.Compilation;

/// <summary>Seeded random definitions over all that users can write, with shared subexpressions.</summary>
internal sealed class RandomDefinitions
{
    private readonly Random _random;
    private readonly bool _hasFunctions;
    private readonly List<Series> _series;
    private readonly List<Condition> _conditions;
    private readonly List<Scalar> _scalars;

    private RandomDefinitions(int seed, bool hasFunctions)
    {
        _random = new Random(seed);
        _hasFunctions = hasFunctions;
        Day day = Day.Instance;
        _series = [day.Open, day.High, day.Low, day.Close, day.Volume, day.Amount, day.NumTrades, day.Return, day.Slot, day.BarIndex];
        _conditions = [day.Return > 0, day.Volume > 0];
        _scalars = [day.PreClose, 1.5, day.Close.Mean()];
    }

    /// <summary>Definitions that share what they are made of; the same seed gives the same ones.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="count">How many.</param>
    /// <param name="hasFunctions">False to leave out the functions whose last bits a device's library decides.</param>
    internal static FactorDefinition[] Make(int seed, int count, bool hasFunctions = true)
    {
        var made = new RandomDefinitions(seed, hasFunctions);
        var definitions = new FactorDefinition[count];
        for (int k = 0; k < count; k++)
        {
            made.Grow();
            Scalar value = made._scalars[^1];
            Scalar observations = made.One(made._series).Count();
            definitions[k] = new FactorDefinition
            {
                Id = $"f{k}",
                Value = _ => value,
                Observations = _ => observations,
                MinObservations = made._random.Next(0, 3),
                Scope = made._random.Next(4) == 0 ? BarScope.Core : BarScope.All,
            };
            if (made._random.Next(3) == 0)
            {
                made._scalars.Add(definitions[k].AsScalar());
            }
        }

        return definitions;
    }

    private void Grow()
    {
        for (int step = 0; step < 4; step++)
        {
            _series.Add(NewSeries());
            _conditions.Add(NewCondition());
        }

        _scalars.Add(NewScalar());
        _scalars.Add(_random.Next(4) == 0 ? One(_scalars).WhereBars(One(_conditions)) : One(_scalars) - One(_scalars));
    }

    private Series NewSeries()
    {
        Series x = One(_series);
        Series y = One(_series);
        return _random.Next(24) switch
        {
            13 => x.RollingSum(_random.Next(1, 20)),
            14 => x.RollingMean(_random.Next(1, 10)),
            15 => x.RollingMax(_random.Next(1, 12)),
            16 => x.RollingMin(_random.Next(1, 12)),
            17 => x.RollingStd(_random.Next(2, 9), ddof: _random.Next(0, 2)),
            18 => x.RollingCov(y, _random.Next(2, 9), ddof: _random.Next(0, 2)),
            19 => x.Rank(),
            20 => x.CumsumBy(y, One(_series)),
            21 => x.GroupSum(y.Floor()),
            22 => _hasFunctions ? Function(x) : x.Floor(),
            23 => One(_conditions).IfElse(One(_scalars), y),
            0 => x + y,
            1 => x - One(_scalars),
            2 => x * y,
            3 => x / y,
            4 => x.Lag(_random.Next(1, 4)),
            5 => x.Lead(_random.Next(1, 4)),
            6 => x.Cummax(),
            7 => x.Where(One(_conditions)),
            8 => x.Between(new SlotRange(_random.Next(0, 120), _random.Next(120, 242))),
            9 => x.Where(y.Present()),
            10 => Series.Maximum(x, -y),
            11 => One(_conditions).IfElse(x, y),
            _ => x.ChangeFrom(y).Abs().Sqrt(),
        };
    }

    private Series Function(Series x) => _random.Next(7) switch
    {
        0 => x.Log(),
        1 => x.Log1p(),
        2 => x.Exp(),
        3 => x.Expm1(),
        4 => x.Atan(),
        5 => x.Erfc(),
        _ => x.Cbrt(),
    };

    private Condition NewCondition() => _random.Next(8) switch
    {
        6 => One(_series).TopCount(One(_scalars)),
        7 => (-One(_series)).TopCount(_random.Next(1, 60)),
        0 => One(_series) > One(_series),
        1 => One(_series) <= One(_scalars),
        2 => One(_conditions) & !One(_conditions),
        3 => One(_conditions) | One(_conditions),
        4 => One(_series).Present(),
        _ => One(_series).TopFraction(1, _random.Next(1, 5)),
    };

    private Scalar NewScalar()
    {
        Series x = One(_series);
        return _random.Next(16) switch
        {
            12 => x.Cov(One(_series), _random.Next(0, 2)),
            13 => x.Quantile(_random.Next(0, 5), 4),
            14 => (One(_scalars) < One(_scalars) | x.IsConstant()).IfElse(One(_scalars), x.First()),
            15 => _hasFunctions ? One(_scalars).Log1p().Floor() : One(_scalars).Floor(),
            0 => x.Sum(),
            1 => x.Mean(),
            2 => x.Var(_random.Next(0, 2)),
            3 => x.Std(_random.Next(0, 2)),
            4 => x.Skew(),
            5 => x.Kurt(),
            6 => x.Corr(One(_series)),
            7 => x.Max() - x.Min(),
            8 => x.Last().ChangeFrom(x.First()),
            9 => x.Count(),
            10 => Scalar.Maximum(x.Product(), One(_scalars)),
            _ => One(_scalars) / One(_scalars),
        };
    }

    private T One<T>(List<T> items) => items[_random.Next(items.Count)];
}
