namespace FactorGpu.Bars;

/// <summary>The 11 fields of a minute bar, in the order in which they lie in a day tensor (catalogue 1.1). Missing is NaN in all of them.</summary>
public enum BarField
{
    /// <summary>First price of the minute, CNY, unadjusted.</summary>
    Open,

    /// <summary>Highest price of the minute, CNY.</summary>
    High,

    /// <summary>Lowest price of the minute, CNY.</summary>
    Low,

    /// <summary>Last price of the minute, CNY.</summary>
    Close,

    /// <summary>Traded shares of the minute (not lots).</summary>
    Volume,

    /// <summary>Traded amount of the minute, CNY.</summary>
    Amount,

    /// <summary>Number of trades of the minute.</summary>
    NumTrades,

    /// <summary>Amount over volume of the minute, CNY a share.</summary>
    Vwap,

    /// <summary>Close of the previous trading day, CNY; one value a day.</summary>
    PreClose,

    /// <summary>Upper price limit of the day, CNY; one value a day.</summary>
    LimitUp,

    /// <summary>Lower price limit of the day, CNY; one value a day.</summary>
    LimitDown,
}
