using System;
using System.Collections.Immutable;
using System.Linq;
using System.Numerics;
using FactorGpu.Arrow.Ipc;
using FactorGpu.Bars;

namespace FactorGpu.Arrow;

/// <summary>Reads all fields of one day of a file in the dense layout, in one precision.</summary>
/// <typeparam name="TValue">float64, or float32 in a file of single precision.</typeparam>
/// <param name="columns">The columns of the file.</param>
/// <param name="missing">What stands for fields without a column.</param>
internal sealed class DenseFields<TValue>(DenseColumns columns, MissingField<TValue> missing)
    where TValue : unmanaged, IFloatingPointIeee754<TValue>
{
    private const int BlockCells = StockBlocks.Length * BarAxis.SlotCount;

    /// <summary>Reads them.</summary>
    /// <returns>[F], each [S, T].</returns>
    internal ImmutableArray<ReadOnlyMemory<TValue>> Read(IArrowBatch batch)
    {
        // The six needed fields come first: their buffers have proven the number of rows when memory is taken for the others.
        var fields = new ReadOnlyMemory<TValue>[BarFields.Count];
        ReadSome(BarFields.Required);
        ReadSome([.. BarFields.All.Except(BarFields.Required)]);
        return [.. fields];

        void ReadSome(ImmutableArray<BarField> some)
            => InParallel.For(some.Length, f => fields[(int)some[f]] = Read(batch, some[f]));
    }

    /// <summary>The auctions in which any stock has a close. Usually one of the first stocks has one, so that little of a file is read.</summary>
    internal static AuctionBars Auctions(ReadOnlyMemory<TValue> close)
    {
        TValue[] buffer = new TValue[StoredNumbers<TValue>.Holds(close) ? BlockCells : 0];
        AuctionBars found = AuctionBars.None;
        for (int first = 0; first < close.Length && found != (AuctionBars.Open | AuctionBars.Close); first += BlockCells)
        {
            ReadOnlySpan<TValue> rows = StoredNumbers<TValue>.Rows(close, first, Math.Min(BlockCells, close.Length - first), buffer);
            found |= HasAny(rows, BarAxis.OpenAuctionSlot) ? AuctionBars.Open : AuctionBars.None;
            found |= HasAny(rows, BarAxis.CloseAuctionSlot) ? AuctionBars.Close : AuctionBars.None;
        }

        return found;
    }

    private ReadOnlyMemory<TValue> Read(IArrowBatch batch, BarField field) => columns.Of(field) switch
    {
        null => missing.OfLength(batch.RowCount * BarAxis.SlotCount),
        { Type.Kind: ArrowTypeKind.FixedSizeList } lists => DenseField<TValue>.Lists(batch, lists),
        ArrowField numbers => DenseField<TValue>.Repeated(batch, numbers),
    };

    private static bool HasAny(ReadOnlySpan<TValue> values, int slot)
    {
        for (int at = slot; at < values.Length; at += BarAxis.SlotCount)
        {
            if (!TValue.IsNaN(values[at]))
            {
                return true;
            }
        }

        return false;
    }
}
