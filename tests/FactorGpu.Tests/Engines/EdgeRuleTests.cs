using System;
using System.Collections.Generic;
using System.Linq;
using FactorGpu.Bars;
using FactorGpu.Compilation;
using FactorGpu.Expressions;
using FactorGpu.Factors;
using Xunit;

namespace FactorGpu.Tests.Engines;

/// <summary>Rules of catalogue 1.7 and design 4 that hold for every factor.</summary>
public sealed class EdgeRuleTests(CataloguePrograms catalogue) : IClassFixture<CataloguePrograms>
{
    private const double NaN = double.NaN;

    public static MatrixTheoryData<EngineUnderTest, string> EveryEngineAndDay => new(EngineUnderTest.Every, GoldenDay.Names);

    [Theory, MemberData(nameof(EngineUnderTest.AllAndSingle), MemberType = typeof(EngineUnderTest))]
    public void Factors_OfASuspendedStock_AreAllNaN(EngineUnderTest engine)
    {
        DayTensor[] suspended =
        [
            DayBuilder.Stock(close: []),
            DayBuilder.Stock(close: [10, 10, 10], volume: [0, 0, 0], amount: [0, 0, 0], numTrades: [0, 0, 0], preClose: 10),
            DayBuilder.Stock(close: [10, 11], volume: [NaN, NaN]),
        ];

        double[][] values = engine.RunDays(catalogue.All, suspended);

        Assert.All(values, each => Assert.All(each, value => Assert.True(double.IsNaN(value))));
    }

    [Theory, MemberData(nameof(EngineUnderTest.AllAndSingle), MemberType = typeof(EngineUnderTest))]
    public void Factors_OfADayWithoutStocks_AreNone(EngineUnderTest engine)
    {
        var day = new DayTensor(new DateOnly(2024, 1, 2), new StockList([]), ReadOnlyMemory<double>.Empty, AuctionBars.None);

        Assert.Empty(engine.Run(catalogue.All, day));
    }

    [Theory, MemberData(nameof(EngineUnderTest.AllAndSingle), MemberType = typeof(EngineUnderTest))]
    public void Volume_CountsOverAllBars_AlsoWhereAFactorTakesFewer(EngineUnderTest engine)
    {
        DayTensor day = DayBuilder.Stock(close: [10, 11], volume: [500, 0], numTrades: [NaN, 3]);

        Assert.Equal(3, engine.Scalar(d => d.NumTrades.Sum(), day));
    }

    [Theory, MemberData(nameof(EngineUnderTest.AllAndSingle), MemberType = typeof(EngineUnderTest))]
    public void MinObservations_CountsTheSampleItNames(EngineUnderTest engine)
    {
        DayTensor day = DayBuilder.Stock(close: [10, 11, 12]);
        FactorDefinition Factor(string id, int minimum, Func<Day, Scalar>? observations)
            => new() { Id = id, Value = d => d.Close.Last(), MinObservations = minimum, Observations = observations };
        FactorProgram program = FactorProgram.Compile(
        [
            Factor("bars3", 3, null), Factor("bars4", 4, null),
            Factor("returns2", 2, d => d.Return.Count()), Factor("returns3", 3, d => d.Return.Count()),
        ]);

        double[] values = engine.Run(program, day);

        Assert.Equal([12, NaN, 12, NaN], values);
    }

    [Theory, MemberData(nameof(EveryEngineAndDay))]
    public void Stocks_AloneOrAmongOthers_GiveTheSameBytes(EngineUnderTest engine, string name)
    {
        DayTensor day = GoldenDay.Read(name).Day;
        int S = day.Shape.S;

        // The last stock first: none runs after the one that it runs after among the others.
        int[] stocks = [.. Enumerable.Range(0, S).Reverse()];
        double[] together = engine.Run(catalogue.All, day);
        double[][] alone = engine.RunDays(catalogue.All, [.. stocks.Select(s => DayBuilder.Pick(day, s))]);

        Assert.All(stocks.Zip(alone), each => Assert.Equal(Bits(each.Second), Enumerable.Range(0, each.Second.Length).SelectMany(k => Bits([together[(k * S) + each.First]]))));
    }

    [Theory, MemberData(nameof(EngineUnderTest.All), MemberType = typeof(EngineUnderTest))]
    public void Factors_CompiledTogetherOrAlone_GiveTheSameBytes(EngineUnderTest engine)
    {
        DayTensor[] days = [.. GoldenDay.Names.Select(name => GoldenDay.Read(name).Day)];
        double[][] together = engine.RunDays(catalogue.All, days);

        for (int k = 0; k < catalogue.Alone.Length; k++)
        {
            double[][] alone = engine.RunDays(catalogue.Alone[k], days);

            Assert.All(days.Index(), day => Assert.Equal(Bits(alone[day.Index]), Bits(together[day.Index]).Skip(k * day.Item.Shape.S).Take(day.Item.Shape.S)));
        }
    }

    [Theory, MemberData(nameof(EngineUnderTest.AllAndSingle), MemberType = typeof(EngineUnderTest))]
    public void AmountOrderAvgAndReturnVar_InOneProgram_EachTakeTheirOwnBars(EngineUnderTest engine)
    {
        GoldenDay golden = GoldenDay.Read("synthetic");
        int s = golden.Day.Stocks.IndexOf("holes2");
        DayTensor day = DayBuilder.Pick(golden.Day, s);
        FactorProgram program = FactorProgram.Compile(FactorCatalogue.Find("amount_order_avg", "return_var"));
        var returnVarOnBarsWithTrades = new FactorDefinition { Id = "return_var", Value = d => d.Return.Var(ddof: 0) + (0 * d.NumTrades.Sum()) };

        double[] values = engine.Run(program, day);

        FactorAssert.Agree(golden.Expected["holes2", "amount_order_avg"], values[0], 0, "amount_order_avg");
        FactorAssert.Agree(golden.Expected["holes2", "return_var"], values[1], 1e-9, "return_var");
        Assert.Equal(2, program.Sequences.Length);
        Assert.False(FactorAssert.AreEqual(values[1], engine.Run(FactorProgram.Compile([returnVarOnBarsWithTrades]), day)[0], 1e-9));
    }

    /// <summary>corr_prvr of the catalogue (section B) is the one factor family that removes bars before it lags.</summary>
    [Theory, MemberData(nameof(EveryEngineAndDay))]
    public void WhereBars_AsInCorrPrvr_AgreesWithTheGoldenDays(EngineUnderTest engine, string name)
    {
        GoldenDay golden = GoldenDay.Read(name);
        var corrPrvr = new FactorDefinition
        {
            Id = "corr_prvr",
            Value = d => d.Return.Corr(d.Volume.ChangeFrom(d.Volume.Lag())).WhereBars(d.Volume > 0),
            MinObservations = 3,
            Observations = d => d.Return.Count().WhereBars(d.Volume > 0),
        };

        double[] values = engine.Run(FactorProgram.Compile([corrPrvr]), golden.Day);

        for (int s = 0; s < values.Length; s++)
        {
            string stock = golden.Day.Stocks.Codes[s];
            FactorAssert.Agree(golden.Expected[stock, "corr_prvr"], values[s], 1, $"corr_prvr of {stock} ({name})");
        }
    }

    private static IEnumerable<long> Bits(double[] values) => values.Select(BitConverter.DoubleToInt64Bits);
}
