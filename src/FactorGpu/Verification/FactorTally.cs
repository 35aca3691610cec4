using System;
using FactorGpu.Bars;
using FactorGpu.Expressions;

namespace FactorGpu.Verification;

/// <summary>One factor of one engine while its stock-days are compared.</summary>
internal sealed class FactorTally
{
    private readonly FactorDefinition _factor;
    private readonly Precision _precision;
    private double _worstError;
    private StockDay? _worstAt;
    private double _scale = double.NaN;
    private double _reference = double.NaN;
    private double? _value;
    private long _nanDisagreements;
    private long _unwritten;
    private long _outCount;

    internal FactorTally(FactorDefinition factor, Precision precision)
    {
        _factor = factor;
        _precision = precision;
    }

    /// <summary>Compares the values of all stocks of a day.</summary>
    /// <param name="day">The day.</param>
    /// <param name="reference">Values of the reference [S].</param>
    /// <param name="values">Values of the engine [S].</param>
    /// <param name="scales">S of the comparison rule [S].</param>
    internal void Add(DayTensor day, ReadOnlySpan<double> reference, ReadOnlySpan<double> values, ReadOnlySpan<double> scales)
    {
        double range = _precision == Precision.Single ? SingleRule.InterquartileRange(reference) : 0;
        for (int s = 0; s < reference.Length; s++)
        {
            double allowed = _precision == Precision.Single
                ? SingleRule.Allowed(reference[s], range)
                : ComparisonRule.Allowed(reference[s], values[s], scales[s]);
            Add(new StockDay(day.Date, day.Stocks.Codes[s]), reference[s], values[s], allowed, scales[s]);
        }
    }

    internal FactorVerification Result() => new()
    {
        Factor = _factor.Id,
        Precision = _precision,
        ToleranceScale = _factor.ToleranceScaleFactor is null ? _factor.ToleranceScale : _scale,
        WorstError = _worstError,
        WorstAt = _worstAt,
        Reference = _reference,
        Value = _value,
        NaNDisagreements = _nanDisagreements,
        Unwritten = _unwritten,
        OutCount = _outCount,
    };

    private void Add(StockDay at, double reference, double value, double allowed, double scale)
    {
        bool isWritten = !UnwrittenCell.Is(value);
        double error = isWritten ? ComparisonRule.ErrorIn(reference, value, allowed) : double.PositiveInfinity;
        _unwritten += isWritten ? 0 : 1;
        _nanDisagreements += isWritten && double.IsNaN(reference) != double.IsNaN(value) ? 1 : 0;
        _outCount += isWritten && ComparisonRule.AgreeWithin(reference, value, allowed) ? 0 : 1;
        if (error > _worstError)
        {
            _worstError = error;
            _worstAt = at;
            _scale = scale;
            _reference = reference;
            _value = isWritten ? value : null;
        }
    }
}
