using System;
using System.Collections.Immutable;
using System.Globalization;
using FactorGpu.Errors;

namespace FactorGpu.Arrow.Ipc;

/// <summary>The record batches of a file, gathered message by message, each with the dictionaries that hold for it.</summary>
/// <param name="file">The file.</param>
/// <param name="schema">Its schema.</param>
internal sealed class ArrowContents(FileBytes file, ArrowSchema schema)
{
    private const int DictionaryId = 0;
    private const int DictionaryData = 1;
    private const int DictionaryIsDelta = 2;

    private readonly ImmutableArray<ArrowBatch>.Builder _batches = ImmutableArray.CreateBuilder<ArrowBatch>();
    private ImmutableDictionary<long, ArrowDictionary> _dictionaries = ImmutableDictionary<long, ArrowDictionary>.Empty;
    private int _dictionaryBatches;
    private long _rows;

    internal ArrowSchema Schema { get; } = schema;

    /// <summary>The batches so far.</summary>
    internal ImmutableArray<ArrowBatch> ToBatches() => _batches.ToImmutable();

    /// <summary>Adds a dictionary, or to one; what holds for the record batches that follow.</summary>
    /// <param name="message">A message with a table DictionaryBatch.</param>
    /// <param name="isReplaceable">True where a dictionary that is already there may be replaced: in streams.</param>
    internal void AddDictionary(ArrowMessage message, bool isReplaceable)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"dictionary batch {_dictionaryBatches++}");
        FlatTable header = message.Header;
        long id = header.Int64(DictionaryId);
        bool isDelta = header.Byte(DictionaryIsDelta) != 0;
        bool isKnown = _dictionaries.TryGetValue(id, out ArrowDictionary? before);
        if (isKnown && !isDelta && !isReplaceable)
        {
            Throw.ArrowBroken(file.Path, $"it has two dictionaries of number {id}, which a file cannot have unless the second adds to the first");
        }

        var batch = new ArrowBatch(file, name, message, header.Table(DictionaryData, "values"), ImmutableDictionary<long, ArrowDictionary>.Empty);
        var dictionary = new ArrowDictionary(isDelta ? before : null, batch);
        if (dictionary.Count > Array.MaxLength)
        {
            Throw.ArrowUnsupported(file.Path, $"a dictionary of {dictionary.Count} values", $"{Array.MaxLength} are read at most", "Write the column without a dictionary.");
        }

        _dictionaries = _dictionaries.SetItem(id, dictionary);
    }

    /// <summary>Adds a record batch.</summary>
    /// <param name="message">A message with a table RecordBatch.</param>
    internal void AddBatch(ArrowMessage message)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"record batch {_batches.Count}");
        var batch = new ArrowBatch(file, name, message, message.Header, _dictionaries);
        _rows += batch.RowCount;
        if (_rows > Array.MaxLength)
        {
            Throw.ArrowUnsupported(file.Path, $"{_rows} rows", $"{Array.MaxLength} are read at most", "Split it by date.");
        }

        _batches.Add(batch);
    }
}
