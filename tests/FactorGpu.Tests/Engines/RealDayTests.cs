using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using FactorGpu.Bars;
using FactorGpu.Compilation;
using FactorGpu.Expressions;
using FactorGpu.Factors;
using FactorGpu.Results;
using Xunit;

namespace FactorGpu.Tests.Engines;

/// <summary>Real bars as a vendor delivers them, from the file to the factor: reader, mapping onto the slots, engine.</summary>
public sealed class RealDayTests
{
    [Theory, InlineData("bars.csv"), InlineData("bars_uncompressed.arrow")]
    public void AllFactors_OfTheExcerpt_AgreesWithItsExpectedValues(string file)
        => AssertAgrees(Repository.PathOf("tests/FactorGpu.Tests/Golden/real"), file, stockDays: 4);

    [Theory]
    [InlineData("bars.csv")]
    [InlineData("bars_uncompressed.arrow")]
    [InlineData("bars_lz4.arrow")]
    [InlineData("bars_zstd.arrow")]
    [InlineData("bars_arrowjs.arrows")]
    public void AllFactors_OfAll201StockDays_AgreesWithItsExpectedValues(string file)
        => AssertAgrees(Path.Combine(Requirement.Shared(), "golden", "real"), file, stockDays: 201);

    private static void AssertAgrees(string folder, string file, int stockDays)
    {
        FactorProgram program = FactorProgram.Compile(FactorCatalogue.All);

        FactorTable table = MinuteBars.Read(Path.Combine(folder, file)).Compute(program);

        Dictionary<StockDay, Dictionary<string, double>> expected = ReadExpected(Path.Combine(folder, "expected.csv"));
        Assert.Equal(stockDays, expected.Count);
        Assert.Equal(expected.Keys.OrderBy(row => row.Date).ThenBy(row => row.Code, StringComparer.Ordinal), table.Rows);
        for (int row = 0; row < table.Rows.Length; row++)
        {
            foreach (FactorDefinition factor in program.Factors)
            {
                StockDay stockDay = table.Rows[row];
                double actual = table.Column(factor.Id)[row];
                double scale = GoldenTolerance.Scale(factor, id => expected[stockDay][id]);
                FactorAssert.Agree(expected[stockDay][factor.Id], actual, scale, $"{factor.Id} of {stockDay}");
            }
        }
    }

    private static Dictionary<StockDay, Dictionary<string, double>> ReadExpected(string path)
    {
        string[][] lines = [.. File.ReadAllLines(path).Select(line => line.Split(','))];
        return lines[1..].ToDictionary(
            cells => new StockDay(DateOnly.ParseExact(cells[1], "yyyyMMdd", CultureInfo.InvariantCulture), cells[0]),
            cells => lines[0].Zip(cells).Skip(2).ToDictionary(cell => cell.First, cell => GoldenDay.ParseCell(cell.Second)));
    }
}
