using System;
using System.Linq;
using FactorGpu.Bars;
using FactorGpu.Benchmarks;
using FactorGpu.Benchmarks.Matrices;
using FactorGpu.Benchmarks.Suite;
using FactorGpu.Compilation;
using FactorGpu.Engines.Reference;
using FactorGpu.Factors;
using Xunit;

namespace FactorGpu.Tests.Benchmarks;

public sealed class ResultCheckTests
{
    private const int Stocks = 60;

    private static readonly DayTensor s_day = SampleMarket.Generate(new SampleOptions { Stocks = Stocks, Seed = 3 }, [new DateOnly(2024, 1, 2)]).Single();
    private static readonly FactorProgram s_program = FactorProgram.Compile(FactorCatalogue.Find("return_var", "intraday_maxdrawdown"));

    [Fact]
    public void AgainstReference_RightValues_Pass() => ResultCheck.AgainstReference("engine", s_program, s_day, Right(s_program));

    [Theory]
    [InlineData(1e-9)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void AgainstReference_OneWrongValue_IsNamed(double wrong)
    {
        double[] values = Right(s_program);
        int s = Array.FindIndex(values, Stocks, double.IsFinite) - Stocks;
        values[Stocks + s] = double.IsFinite(wrong) ? values[Stocks + s] + wrong : wrong;

        var thrown = Assert.Throws<InvalidOperationException>(() => ResultCheck.AgainstReference("engine", s_program, s_day, values));

        Assert.StartsWith("engine gives ", thrown.Message, StringComparison.Ordinal);
        Assert.Contains($"for intraday_maxdrawdown of {s_day.Stocks.Codes[s]}", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Same_OneValueWhereNaNIsExpected_IsNamed()
    {
        double[] expected = Right(s_program);
        double[] values = [.. expected];
        values[Array.FindIndex(values, double.IsNaN)] = 0;

        var thrown = Assert.Throws<InvalidOperationException>(() => ResultCheck.Same("engine", s_program, s_day, expected, values));

        Assert.Contains("gives 0 for return_var", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("NaN is expected", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Same_FewerValues_AreRefused()
        => Assert.Throws<ArgumentOutOfRangeException>(() => ResultCheck.Same("engine", s_program, s_day, Right(s_program), new double[Stocks]));

    [Fact]
    public void Matrices_FiftyFactorsTwice_AgreeWithTheReferenceForEveryStock()
    {
        FactorProgram program = FactorProgram.Compile(FactorCatalogue.Huatai50);
        double[] expected = Right(program);
        double[] values = new double[expected.Length];
        var engine = new MatrixEngine();

        for (int run = 0; run < 2; run++)
        {
            values.AsSpan().Fill(double.PositiveInfinity);
            engine.Run(program, s_day, values);

            ResultCheck.Same("matrices", program, s_day, expected, values);
        }
    }

    [Fact]
    public void FactorSets_OfTheReport_Are22()
    {
        Assert.Equal(22, FactorSets.Compile(FactorSets.Report22).Factors.Distinct().Count());
        Assert.Equal(50, FactorSets.Compile(FactorSets.Huatai50).Factors.Length);
    }

    /// <summary>close, volume, amount and num_trades with two bitmaps; open, volume and one pre_close a stock with one.</summary>
    [Theory]
    [InlineData("cumreturn_top30order", (4 * 242 * 8) + (2 * 32))]
    [InlineData("return_overnight", (((2 * 242) + 1) * 8) + 32)]
    public void Work_OfAProgram_CountsItsFieldsAndBitmaps(string factor, int bytes)
    {
        Work work = Work.OfProgram(FactorProgram.Compile(FactorCatalogue.Find(factor)), stockDays: 10);

        Assert.Equal(10, work.StockDays);
        Assert.Equal(10 * bytes, work.Bytes);
    }

    private static double[] Right(FactorProgram program)
    {
        double[] values = new double[program.Factors.Length * Stocks];
        new ReferenceEngine().Run(program, s_day, values);
        return values;
    }
}
