using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Arrow.Presets;
using FactorGpu.Bars;

namespace FactorGpu.Arrow;

/// <summary>The rows of one file with the slots that its axis gives them, grouped by date.</summary>
internal sealed class PlacedBars
{
    private readonly ImmutableArray<bool> _isShanghai;

    internal PlacedBars(LongBars bars, SlotMap slots, BarFileReading reading)
    {
        Bars = bars;
        Slots = slots;
        Reading = reading;
        Auctions = slots.Auctions(MinuteSet.InTradingDays(bars.Minutes));
        Rows = new RowsByDay(bars.Minutes);
        _isShanghai = [.. bars.Codes.Select(CodeStyles.IsShanghai)];
    }

    internal LongBars Bars { get; }

    internal SlotMap Slots { get; }

    /// <summary>By what the file was read, for the report.</summary>
    internal BarFileReading Reading { get; }

    internal AuctionBars Auctions { get; }

    internal RowsByDay Rows { get; }

    /// <summary>The slot of a row, or -1 when the row is padding or lies outside of the trading day.</summary>
    internal int SlotOf(int row)
    {
        WallMinute stamp = Bars.Minutes[row];
        int slot = Slots.SlotOf(stamp, _isShanghai[Bars.CodeIds[row]]);
        return !TradingDay.Contains(stamp) || Slots.IsPadding(stamp.MinuteOfDay, slot, Bars.Value(BarField.Volume, row)) ? -1 : slot;
    }

    internal BarFileReport Report(int duplicateRows, int paddingRows) => new()
    {
        Path = Bars.Path,
        Rows = Bars.RowCount,
        Stocks = Bars.Codes.Length,
        Days = Rows.Days.Length,
        Reading = Reading,
        LackingFields = [.. BarFields.All.Where(field => !Bars.Has(field))],
        DuplicateRows = duplicateRows,
        PaddingRows = paddingRows,
    };
}
