using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;
using FactorGpu.Bars;

namespace FactorGpu.Tests;

/// <summary>A golden day: its bars as a day tensor, and the values every factor must give on them.</summary>
internal sealed class GoldenDay
{
    private const string Folder = "tests/FactorGpu.Tests/Golden";
    private const string KeyColumns = "stock,slot,";

    private GoldenDay(string name, DayTensor day, ExpectedTable expected)
    {
        Name = name;
        Day = day;
        Expected = expected;
    }

    /// <summary>The names of the days in canonical form, by folder.</summary>
    internal static ImmutableArray<string> Names { get; } = ["synthetic", "hard"];

    /// <summary>Folder of the day.</summary>
    internal string Name { get; }

    /// <summary>Bars, stocks in the order of their first row.</summary>
    internal DayTensor Day { get; }

    /// <summary>The values to give.</summary>
    internal ExpectedTable Expected { get; }

    /// <summary>Reads a day by the name of its folder.</summary>
    internal static GoldenDay Read(string name)
    {
        string folder = Repository.PathOf($"{Folder}/{name}");
        DayTensor day = ReadBars(Path.Combine(folder, "bars.csv"));
        return new GoldenDay(name, day, ExpectedTable.Read(Path.Combine(folder, "expected.csv")));
    }

    /// <summary>A number in the invariant culture, <c>inf</c> or <c>-inf</c>, or NaN for an empty cell.</summary>
    internal static double ParseCell(string cell) => cell switch
    {
        "" => double.NaN,
        "inf" => double.PositiveInfinity,
        "-inf" => double.NegativeInfinity,
        _ => double.Parse(cell, NumberStyles.Float, CultureInfo.InvariantCulture),
    };

    /// <summary>Reads bars laid out as <c>stock,slot</c> and the 11 fields. The files name no date; the tensor is given 2024-01-02.</summary>
    private static DayTensor ReadBars(string path)
    {
        string[] lines = File.ReadAllLines(path);
        if (lines[0] != KeyColumns + string.Join(',', BarFields.All.Select(BarFields.Name)))
        {
            throw new InvalidDataException($"{path} starts with {lines[0]}; stock, slot and the 11 fields in their order are needed.");
        }

        StockList stocks = FindStocks(lines);
        var shape = new TensorShape(BarFields.Count, stocks.Count, BarAxis.SlotCount);
        double[] values = new double[shape.Length];
        Array.Fill(values, double.NaN);
        foreach (string line in lines.AsSpan(1))
        {
            string[] cells = line.Split(',');
            int at = (stocks.IndexOf(cells[0]) * shape.T) + int.Parse(cells[1], CultureInfo.InvariantCulture);
            for (int f = 0; f < shape.F; f++)
            {
                values[(f * shape.FieldLength) + at] = ParseCell(cells[f + 2]);
            }
        }

        return new DayTensor(new DateOnly(2024, 1, 2), stocks, values, AuctionBars.Open | AuctionBars.Close);
    }

    private static StockList FindStocks(string[] lines)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var stocks = ImmutableArray.CreateBuilder<string>();
        foreach (string line in lines.AsSpan(1))
        {
            string stock = line[..line.IndexOf(',', StringComparison.Ordinal)];
            if (seen.Add(stock))
            {
                stocks.Add(stock);
            }
        }

        return new StockList(stocks.ToImmutable());
    }
}
