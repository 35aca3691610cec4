using FactorGpu.Bars;
using FactorGpu.Expressions;

namespace FactorGpu.Verification;

/// <summary>One factor of one engine while its stock-days are compared.</summary>
internal sealed class FactorTally
{
    private readonly FactorDefinition _factor;
    private double _worstError;
    private StockDay? _worstAt;
    private double _reference = double.NaN;
    private double? _value;
    private long _nanDisagreements;
    private long _unwritten;
    private long _outCount;

    internal FactorTally(FactorDefinition factor)
    {
        _factor = factor;
    }

    /// <summary>Compares the values of a stock on a day.</summary>
    internal void Add(DayTensor day, int s, double reference, double value)
    {
        bool isWritten = !UnwrittenCell.Is(value);
        double error = isWritten ? ComparisonRule.ErrorInTolerances(reference, value, _factor.ToleranceScale) : double.PositiveInfinity;
        _unwritten += isWritten ? 0 : 1;
        _nanDisagreements += isWritten && double.IsNaN(reference) != double.IsNaN(value) ? 1 : 0;
        _outCount += isWritten && ComparisonRule.Agree(reference, value, _factor.ToleranceScale) ? 0 : 1;
        if (error > _worstError)
        {
            _worstError = error;
            _worstAt = new StockDay(day.Date, day.Stocks.Codes[s]);
            _reference = reference;
            _value = isWritten ? value : null;
        }
    }

    internal FactorVerification Result() => new()
    {
        Factor = _factor.Id,
        ToleranceScale = _factor.ToleranceScale,
        WorstError = _worstError,
        WorstAt = _worstAt,
        Reference = _reference,
        Value = _value,
        NaNDisagreements = _nanDisagreements,
        Unwritten = _unwritten,
        OutCount = _outCount,
    };
}
