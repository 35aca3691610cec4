namespace FactorGpu.Arrow;

#pragma warning disable CA1720 // Long is the usual word for this layout; no type is meant.
/// <summary>How bars lie in a file that is written.</summary>
public enum BarLayout
{
    /// <summary>
    /// One row per stock and minute that has any value: <c>code</c>, <c>datetime</c> (start of the minute, wall time of the exchange without a zone), then the
    /// fields. Days by date, in a day by code (ordinal) and time. A stock without any value on a day has no row and is not in that day when the file is read again.
    /// </summary>
    Long,

    /// <summary>
    /// One row per stock and day, one record batch per day: <c>code</c>, <c>date</c>, then each field as a list of 242 values, one a slot, missing = NaN. The bytes of a
    /// column are the field [S, T] as it lies in memory. In single precision the values are float32, the prices of orders counts of the stock's tick, which stands in a
    /// column <c>tick</c> (CNY, float64). Stocks keep their order. Arrow only.
    /// </summary>
    Dense,
}
#pragma warning restore CA1720
