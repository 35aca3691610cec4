using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Collections.Immutable;
using FactorGpu.Errors;

namespace FactorGpu.Bars;

/// <summary>The stock codes of a day tensor, in the order of its S axis; every code occurs once.</summary>
public sealed class StockList
{
    private readonly FrozenDictionary<string, int> _positions;
    private readonly int _first;

    /// <summary>Makes a list that keeps the given order.</summary>
    /// <param name="codes">Codes [S] in their own spelling.</param>
    /// <exception cref="BarFormatException">A code is blank, or given twice.</exception>
    public StockList(ImmutableArray<string> codes)
    {
        var positions = new Dictionary<string, int>(codes.Length, StringComparer.Ordinal);
        for (int s = 0; s < codes.Length; s++)
        {
            if (string.IsNullOrWhiteSpace(codes[s]))
            {
                Throw.BlankStockCode(s);
            }

            if (!positions.TryAdd(codes[s], s))
            {
                Throw.StockTwice(codes[s], positions[codes[s]], s);
            }
        }

        Codes = codes;
        _positions = positions.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private StockList(StockList whole, int first, int count)
    {
        Codes = whole.Codes.Slice(first, count);
        _positions = whole._positions;
        _first = whole._first + first;
    }

    /// <summary>Codes [S].</summary>
    public ImmutableArray<string> Codes { get; }

    /// <summary>Number of stocks, S.</summary>
    public int Count => Codes.Length;

    /// <summary>Position s of a code, or -1.</summary>
    public int IndexOf(string code)
    {
        int s = _positions.GetValueOrDefault(code, -1) - _first;
        return (uint)s < (uint)Count ? s : -1;
    }

    /// <summary>Neighbouring codes as a list of their own, made without looking at them again.</summary>
    internal StockList Slice(int first, int count) => new(this, first, count);
}
