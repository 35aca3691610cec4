using System;
using System.Collections.Immutable;
using FactorGpu.Arrow.Ipc;
using FactorGpu.Errors;

namespace FactorGpu.Arrow;

/// <summary>Reads the column of stock codes of an Arrow file, batch by batch.</summary>
internal sealed class ArrowCodes
{
    private readonly string _path;
    private readonly string _name;
    private readonly CodeTable _codes = new();
    private readonly ArrowInts _ints;

    /// <param name="path">The file, for messages.</param>
    /// <param name="name">Name of the column, for messages.</param>
    internal ArrowCodes(string path, string name)
    {
        _path = path;
        _name = name;
        _ints = new ArrowInts(Find);
    }

    /// <summary>The codes by their numbers.</summary>
    internal ImmutableArray<string> ToCodes() => _codes.ToCodes();

    /// <summary>Reads the codes of a batch.</summary>
    /// <param name="column">A column of text.</param>
    /// <param name="firstRow">Rows of the batches before, for messages.</param>
    /// <param name="ids">One per row: the number of its code.</param>
    /// <exception cref="BarFormatException">A code is null, blank or no UTF-8.</exception>
    internal void Read(ArrowColumn column, int firstRow, Span<int> ids)
    {
        _ints.Read(column, ids);
        int row = ids.IndexOfAnyInRange(int.MinValue, -1);
        if (row < 0)
        {
            return;
        }

        string place = LongBars.ArrowPlace(_path, firstRow + row);
        if (ids[row] == ArrowInts.Null)
        {
            Throw.ArrowNull(place, _name);
        }

        ArrowColumn values = ArrowInts.ValueOf(column, ref row);
        Throw.CodeUnusable(place, _name, new ArrowTexts(values)[row]);
    }

    private void Find(ArrowColumn column, int firstRow, Span<int> ids)
    {
        var texts = new ArrowTexts(column);
        ReadOnlySpan<byte> validity = column.Validity;
        for (int i = 0; i < ids.Length; i++)
        {
            if (!ArrowColumn.IsValid(validity, firstRow + i))
            {
                ids[i] = ArrowInts.Null;
            }
            else if (!_codes.TryFind(texts[firstRow + i], out ids[i]))
            {
                ids[i] = ArrowInts.Faulty;
            }
        }
    }
}
