using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using FactorGpu.Bars;
using FactorGpu.Compilation;
using FactorGpu.Engines.Reference;
using FactorGpu.Factors;
using FactorGpu.Verification;
using Xunit;

namespace FactorGpu.Tests.Verification;

public sealed class ReferenceBlocksTests
{
    [Theory, InlineData(1), InlineData(16), InlineData(37)]
    public void Run_ByBlocks_GivesTheBytesOfTheReferenceInOneGo(int stocks)
    {
        DayTensor day = SampleMarket.Generate(new SampleOptions { Stocks = stocks }, [new DateOnly(2024, 1, 2)]).Single();
        FactorProgram program = FactorProgram.Compile(FactorCatalogue.Find("return_var", "true_range_ratio"));
        double[] whole = new double[2 * stocks];
        new ReferenceEngine().Run(program, day, whole);
        double[] byBlocks = new double[2 * stocks];
        var counts = new List<int>();

        ReferenceBlocks.Run(program, day, byBlocks, counts.Add, CancellationToken.None);

        Assert.Equal(whole.Select(BitConverter.DoubleToInt64Bits), byBlocks.Select(BitConverter.DoubleToInt64Bits));
        Assert.Equal(stocks, counts.Sum());
    }

    [Fact]
    public void Run_OfADayWithoutStocks_GivesNothing()
    {
        DayTensor day = DayBuilder.Pick(DayBuilder.Stock(close: [10]));
        FactorProgram program = FactorProgram.Compile(FactorCatalogue.Find("return_var"));

        ReferenceBlocks.Run(program, day, [], _ => Assert.Fail("no block"), CancellationToken.None);
    }
}
