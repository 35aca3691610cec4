using System.Collections.Immutable;

namespace FactorGpu.Arrow.Inspection;

/// <summary>Every kind of fault that is looked for, by code.</summary>
/// <remarks>FG0: the file; FG1: rows; FG2: units; FG3: bars; FG4: days and the market. A code that is taken out is not given again.</remarks>
internal static class DataFaults
{
    private const string Refused = "Refuses the file.";
    private const string TakenAsItIs = "Takes the bar as it stands: no plausibility test is made.";
    private const string Shortened = "Computes on what is there, as if the missing hours had no bars.";
    private const string Skips = "No factor sees the bar, as if it were missing.";

    internal static DataFault Unreadable { get; } = new(
        "FG001", FaultSeverity.Error, "files whose columns, cells or codes cannot be read", Refused, "--preset NAME, where columns have another source's names");

    internal static DataFault Axis { get; } = new(
        "FG002", FaultSeverity.Error, "files whose stamps fit no minute axis, or more than one", Refused, "--preset NAME");

    internal static DataFault EqualRows { get; } = new(
        "FG101", FaultSeverity.Warning, "rows that stand twice with equal values", "Keeps one of them.", "--on duplicate=error");

    internal static DataFault DifferingRows { get; } = new(
        "FG102", FaultSeverity.Error, "rows that differ from another one of the same stock and minute", Refused, "--on duplicate=first or --on duplicate=last");

    internal static DataFault OutsideRows { get; } = new(
        "FG103", FaultSeverity.Warning, "rows stamped before 09:15, after 15:00 or on a weekend", "Drops the rows.", "--on outside=error");

    internal static DataFault LunchRows { get; } = new(
        "FG104", FaultSeverity.Warning, "rows of the lunch break, stamped as in another layout", "Merges each into the minute beside it.", "");

    internal static DataFault MergedRows { get; } = new(
        "FG105", FaultSeverity.Note, "rows merged into the minute of another stamp, as the preset's axis has it", "Merges them: it is how the source lays out the day.", "");

    internal static DataFault PaddingRows { get; } = new(
        "FG106", FaultSeverity.Note, "rows without volume that pad the closing call", "Drops the rows: the source writes them where nothing can trade.", "--preset FILE.json with \"dropEmptyClosing\": false");

    internal static DataFault UnknownCodes { get; } = new(
        "FG107", FaultSeverity.Warning, "codes of no known spelling, or not of the preset's", "Keeps the code as it is.", "--preset NAME, of the source that spells them so");

    internal static DataFault VolumeUnit { get; } = new(
        "FG201", FaultSeverity.Error, "files whose volume is in another unit than the preset says", Refused, "--volume-unit lot or --volume-unit share");

    internal static DataFault VolumeUnitUnknown { get; } = new(
        "FG202", FaultSeverity.Error, "files whose unit of volume cannot be told", Refused, "--volume-unit lot or --volume-unit share");

    internal static DataFault StockVolumeUnit { get; } = new(
        "FG203", FaultSeverity.Warning, "stock-days whose volume is 100 times too large or too small for their amount", "Takes the volume as it stands: the unit is that of the file.", "--volume-unit lot or --volume-unit share, on a file of these stock-days alone");

    internal static DataFault AmountUnit { get; } = new(
        "FG204", FaultSeverity.Warning, "stock-days whose amount over volume is no price of theirs, so in other units", "Takes volume and amount as they stand.", "");

    internal static DataFault ImpossibleBars { get; } = new(
        "FG301", FaultSeverity.Warning, "bars with a price of 0 or below, a negative volume or amount, or an infinity", Skips, "--on invalid=error");

    internal static DataFault OpenOfZero { get; } = new(
        "FG302", FaultSeverity.Warning, "bars whose open is 0 and whose other prices are not", Skips, "--on invalid=error");

    internal static DataFault IncompleteBars { get; } = new(
        "FG303", FaultSeverity.Warning, "bars that lack an open, high, low, close, volume or amount", Skips, "");

    internal static DataFault LowAboveHigh { get; } = new(
        "FG304", FaultSeverity.Warning, "bars whose low is above their high", TakenAsItIs, "");

    internal static DataFault OutsideRange { get; } = new(
        "FG305", FaultSeverity.Warning, "bars whose open or close is not between low and high", TakenAsItIs, "");

    internal static DataFault OffTick { get; } = new(
        "FG306", FaultSeverity.Warning, "bars with a price off the tick that the stock's other prices lie on", "Takes the bar as it stands; in single precision the stock's prices are then float32 in CNY, not counts of ticks.", "");

    internal static DataFault NoTick { get; } = new(
        "FG307", FaultSeverity.Note, "stock-days whose prices lie on no tick, such as adjusted ones", "Takes the prices as they stand; in single precision they are float32 in CNY, not counts of ticks.", "--precision double");

    internal static DataFault OutsideLimits { get; } = new(
        "FG308", FaultSeverity.Warning, "bars that trade above limit_up or below limit_down", TakenAsItIs, "");

    internal static DataFault VolumeWithoutAmount { get; } = new(
        "FG309", FaultSeverity.Warning, "bars with volume and no amount, or amount and no volume", TakenAsItIs, "");

    internal static DataFault AmountOutsideRange { get; } = new(
        "FG310", FaultSeverity.Warning, "bars whose amount over volume is not between low and high", TakenAsItIs, "");

    internal static DataFault NoVolume { get; } = new(
        "FG311", FaultSeverity.Note, "bars without volume", "Takes the bar, unless a formula asks for volume.", "");

    internal static DataFault DoubledAuction { get; } = new(
        "FG312", FaultSeverity.Warning, "stock-days whose first minute counts the opening auction once more", TakenAsItIs, "");

    internal static DataFault MissingMinutes { get; } = new(
        "FG401", FaultSeverity.Note, "minutes without a row between a stock's first and last one", "Leaves the minute out: the next bar follows the one before.", "");

    internal static DataFault MarketGap { get; } = new(
        "FG402", FaultSeverity.Warning, "minutes that most stocks lack", "Leaves the minute out: the next bar follows the one before.", "");

    internal static DataFault ShortDay { get; } = new(
        "FG403", FaultSeverity.Warning, "days on which most stocks begin late or end early", Shortened, "");

    internal static DataFault CircuitBreaker { get; } = new(
        "FG404", FaultSeverity.Note, "days that the circuit breaker ended early, 2016-01-04 or 2016-01-07", Shortened, "");

    internal static DataFault ShortStockDay { get; } = new(
        "FG405", FaultSeverity.Note, "stock-days that begin after 10:00 or end before 14:30", Shortened, "");

    internal static DataFault NoVolumeAllDay { get; } = new(
        "FG406", FaultSeverity.Note, "stock-days with rows and without volume, as of suspended stocks", "Every factor of the stock-day is NaN.", "");

    internal static DataFault FewStocks { get; } = new(
        "FG407", FaultSeverity.Warning, "days with far fewer stocks than the days beside them", "Computes the stocks that are there.", "");

    internal static DataFault OneExchange { get; } = new(
        "FG408", FaultSeverity.Warning, "days with one exchange where the other days of the file have two", "Computes the stocks that are there.", "");

    internal static DataFault OneExchangeThroughout { get; } = new(
        "FG409", FaultSeverity.Note, "days of a large file that has one exchange throughout", "Computes the stocks that are there.", "");

    /// <summary>All of them, by code.</summary>
    internal static ImmutableArray<DataFault> All { get; } =
    [
        Unreadable, Axis,
        EqualRows, DifferingRows, OutsideRows, LunchRows, MergedRows, PaddingRows, UnknownCodes,
        VolumeUnit, VolumeUnitUnknown, StockVolumeUnit, AmountUnit,
        ImpossibleBars, OpenOfZero, IncompleteBars, LowAboveHigh, OutsideRange, OffTick, NoTick, OutsideLimits, VolumeWithoutAmount, AmountOutsideRange, NoVolume, DoubledAuction,
        MissingMinutes, MarketGap, ShortDay, CircuitBreaker, ShortStockDay, NoVolumeAllDay, FewStocks, OneExchange, OneExchangeThroughout,
    ];
}
