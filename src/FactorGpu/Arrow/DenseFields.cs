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

    /// <summary>The auctions in which any stock has a close. Usually the first stock has one, so that little of a mapped file is read.</summary>
    internal static AuctionBars Auctions(ReadOnlySpan<TValue> close)
    {
        AuctionBars open = HasAny(close, BarAxis.OpenAuctionSlot) ? AuctionBars.Open : AuctionBars.None;
        return HasAny(close, BarAxis.CloseAuctionSlot) ? open | AuctionBars.Close : open;
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
