using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace FactorGpu.Arrow;

/// <summary>The codes of all files in one ordinal order.</summary>
internal sealed class CodeRanks
{
    private readonly ImmutableArray<string> _codes;
    private readonly ImmutableArray<int[]> _ranks;

    internal CodeRanks(ImmutableArray<PlacedBars> files)
    {
        _codes = [.. files.SelectMany(file => file.Bars.Codes).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var ranks = new Dictionary<string, int>(_codes.Length, StringComparer.Ordinal);
        foreach (string code in _codes)
        {
            ranks.Add(code, ranks.Count);
        }

        _ranks = [.. files.Select(file => Array.ConvertAll([.. file.Bars.Codes], code => ranks[code]))];
    }

    internal int Count => _codes.Length;

    internal string this[int rank] => _codes[rank];

    /// <summary>The rank of each code number of a file.</summary>
    internal ReadOnlySpan<int> Of(int file) => _ranks[file];
}
