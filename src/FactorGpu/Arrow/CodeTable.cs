using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Text;
using System.Text.Unicode;

namespace FactorGpu.Arrow;

/// <summary>Numbers the distinct stock codes of a file in the order in which they come; codes keep their spelling.</summary>
internal sealed class CodeTable
{
    private readonly Dictionary<byte[], int>.AlternateLookup<ReadOnlySpan<byte>> _ids;
    private readonly ImmutableArray<string>.Builder _codes = ImmutableArray.CreateBuilder<string>();
    private byte[] _latest = [];
    private int _latestId;

    internal CodeTable()
        => _ids = new Dictionary<byte[], int>(Utf8Comparer.Instance).GetAlternateLookup<ReadOnlySpan<byte>>();

    /// <summary>The codes by their numbers.</summary>
    internal ImmutableArray<string> ToCodes() => _codes.ToImmutable();

    /// <summary>The number of a code.</summary>
    /// <returns>False when the text is blank or no UTF-8.</returns>
    internal bool TryFind(ReadOnlySpan<byte> text, out int id)
    {
        // Most files are sorted by stock, so the code is usually that of the row before.
        if (_latest.Length > 0 && text.SequenceEqual(_latest))
        {
            id = _latestId;
            return true;
        }

        if (!_ids.TryGetValue(text, out byte[]? known, out id) && !TryAdd(text, out known, out id))
        {
            return false;
        }

        _latest = known;
        _latestId = id;
        return true;
    }

    private bool TryAdd(ReadOnlySpan<byte> text, out byte[] known, out int id)
    {
        known = text.ToArray();
        id = _codes.Count;
        string code = Encoding.UTF8.GetString(text);
        if (string.IsNullOrWhiteSpace(code) || !Utf8.IsValid(text))
        {
            return false;
        }

        _codes.Add(code);
        _ids[text] = id;
        return true;
    }
}
