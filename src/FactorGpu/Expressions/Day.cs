using FactorGpu.Bars;

namespace FactorGpu.Expressions;

/// <summary>What a factor's definition sees of a stock-day: its fields, its returns, its day values.</summary>
/// <remarks>
/// <code>day => day.Return.Where(day.Return &lt; 0).Var(ddof: 0)</code>
/// Which bars are in the series is fixed by the whole definition (catalogue 1.3): its scope, and num_trades or vwap if it reads them anywhere.
/// </remarks>
public sealed class Day
{
    private Day()
    {
        Return = Close.ChangeFrom(Close.Lag());
    }

    internal static Day Instance { get; } = new();

    /// <summary>First price of each bar, CNY.</summary>
    public Series Open { get; } = Field(BarField.Open);

    /// <summary>Highest price of each bar, CNY.</summary>
    public Series High { get; } = Field(BarField.High);

    /// <summary>Lowest price of each bar, CNY.</summary>
    public Series Low { get; } = Field(BarField.Low);

    /// <summary>Last price of each bar, CNY.</summary>
    public Series Close { get; } = Field(BarField.Close);

    /// <summary>Traded shares of each bar.</summary>
    public Series Volume { get; } = Field(BarField.Volume);

    /// <summary>Traded amount of each bar, CNY.</summary>
    public Series Amount { get; } = Field(BarField.Amount);

    /// <summary>Number of trades of each bar. A definition that reads it takes only bars where it is valid.</summary>
    public Series NumTrades { get; } = Field(BarField.NumTrades);

    /// <summary>Amount over volume of each bar, CNY. A definition that reads it takes only bars without volume or with a valid vwap; NaN may stand at the former.</summary>
    public Series Vwap { get; } = Field(BarField.Vwap);

    /// <summary>Slot 0..241 of each bar on the minute axis (catalogue 1.2): 0 the opening auction, 241 the closing one.</summary>
    public Series Slot { get; } = new(Expression.Apply(Operators.Slot));

    /// <summary>Number i = 0..N-1 of each bar in its sequence (catalogue 1.3.2).</summary>
    public Series BarIndex { get; } = new(Expression.Apply(Operators.BarIndex));

    /// <summary>r_i = R(c_i, c_{i-1}) of catalogue 1.4: close against the close of the previous bar of the sequence; absent at bar 0.</summary>
    public Series Return { get; }

    /// <summary>Close of the previous trading day, CNY; NaN when missing.</summary>
    public Scalar PreClose { get; } = DayValue(BarField.PreClose);

    /// <summary>Upper price limit of the day, CNY; NaN when missing.</summary>
    public Scalar LimitUp { get; } = DayValue(BarField.LimitUp);

    /// <summary>Lower price limit of the day, CNY; NaN when missing.</summary>
    public Scalar LimitDown { get; } = DayValue(BarField.LimitDown);

    private static Series Field(BarField field) => new(Expression.OfField(field));

    private static Scalar DayValue(BarField field) => new(Expression.OfField(field));
}
