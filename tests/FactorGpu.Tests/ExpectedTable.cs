using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;

namespace FactorGpu.Tests;

/// <summary>The values a golden day must give: stock, factor, value; NaN for an empty cell.</summary>
internal sealed class ExpectedTable
{
    private readonly FrozenDictionary<string, ImmutableArray<double>> _rows;
    private readonly FrozenDictionary<string, int> _columns;

    private ExpectedTable(ImmutableArray<string> stocks, ImmutableArray<string> factors, Dictionary<string, ImmutableArray<double>> rows)
    {
        Stocks = stocks;
        Factors = factors;
        _rows = rows.ToFrozenDictionary(StringComparer.Ordinal);
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int k = 0; k < factors.Length; k++)
        {
            columns.Add(factors[k], k);
        }

        _columns = columns.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Stocks in the order of the file.</summary>
    internal ImmutableArray<string> Stocks { get; }

    /// <summary>Factors in the order of the file's columns.</summary>
    internal ImmutableArray<string> Factors { get; }

    /// <summary>The value of one factor of one stock.</summary>
    internal double this[string stock, string factor] => _rows[stock][_columns[factor]];

    /// <summary>Reads a file whose header is <c>stock</c> and the factors, one row a stock.</summary>
    internal static ExpectedTable Read(string path)
    {
        string[] lines = File.ReadAllLines(path);
        ImmutableArray<string> factors = [.. lines[0].Split(',')[1..]];
        var stocks = ImmutableArray.CreateBuilder<string>(lines.Length - 1);
        var rows = new Dictionary<string, ImmutableArray<double>>(StringComparer.Ordinal);
        foreach (string line in lines[1..])
        {
            string[] cells = line.Split(',');
            if (cells.Length != factors.Length + 1)
            {
                throw new InvalidDataException($"{path} has {cells.Length} cells in the row of {cells[0]}; its header has {factors.Length + 1}.");
            }

            stocks.Add(cells[0]);
            rows.Add(cells[0], [.. Array.ConvertAll(cells[1..], GoldenDay.ParseCell)]);
        }

        return new ExpectedTable(stocks.ToImmutable(), factors, rows);
    }
}
