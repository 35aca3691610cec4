using System.Linq;
using FactorGpu.Bars;

namespace FactorGpu.Arrow;

/// <summary>The rows of one file with the slots that its convention gives them, grouped by date.</summary>
internal sealed class PlacedBars
{
    internal PlacedBars(LongBars bars, MinuteSet stamps, SlotMap slots)
    {
        Bars = bars;
        Slots = slots;
        Auctions = slots.Auctions(stamps);
        Rows = new RowsByDay(bars.Minutes);
    }

    internal LongBars Bars { get; }

    internal SlotMap Slots { get; }

    internal AuctionBars Auctions { get; }

    internal RowsByDay Rows { get; }

    /// <summary>The slot of a row, or -1 when the row is padding.</summary>
    internal int SlotOf(int row)
    {
        int slot = Slots.SlotAt(Bars.Minutes[row].MinuteOfDay);
        return Slots.IsPadding(slot, Bars.Value(BarField.Volume, row)) ? -1 : slot;
    }

    internal BarFileReport Report(int duplicateRows, int paddingRows) => new()
    {
        Path = Bars.Path,
        Rows = Bars.RowCount,
        Stocks = Bars.Codes.Length,
        Days = Rows.Days.Length,
        Convention = Slots.Convention,
        LackingFields = [.. BarFields.All.Where(field => !Bars.Has(field))],
        DuplicateRows = duplicateRows,
        PaddingRows = paddingRows,
    };
}
