using System;
using FactorGpu.Bars;
using FactorGpu.Compilation;
using FactorGpu.Expressions;
using Xunit;

namespace FactorGpu.Tests.Engines;

/// <summary>The operators that programs of single precision alone have, on the engines that run these.</summary>
public sealed class TickOperatorTests
{
    private const double Rounding = 1e-12;

    [Fact]
    public void Ticks_OfAPrice_AreWholeCounts_WhoseDifferencesAreExact()
    {
        // In CNY float32 has no price between 167772.14 and 167772.16.
        DayTensor day = DayBuilder.Stock(close: [167772.14, 167772.15]);

        Assert.Equal(0.01, Value(Operators.Ticks, d => d.Close.Last() - d.Close.First(), day));
    }

    [Theory]
    [InlineData(10.05, 10.05)]
    [InlineData(1.234, 1.234)]
    [InlineData(10.12345, (double)10.12345f)]
    public void Tick_OfAStock_GivesPricesInCny(double close, double expected)
        => Assert.Equal(expected, Value(Operators.Tick, d => d.Close.Last(), DayBuilder.Stock(close: [close, close])), Rounding);

    [Theory]
    [InlineData(9.87, 9.87)]
    [InlineData(double.NaN, double.NaN)]
    public void DayTicks_OfPreClose_AreItsCount(double preClose, double expected)
        => Assert.Equal(expected, Value(Operators.DayTicks, d => d.PreClose, DayBuilder.Stock(close: [10.05], preClose: preClose)), Rounding);

    /// <summary>The value of a program that has the operator.</summary>
    private static double Value(OperatorDescriptor op, Func<Day, Scalar> value, DayTensor day)
    {
        FactorProgram program = FactorProgram.Compile([new FactorDefinition { Id = "value", Value = value }], new CompileOptions { Precision = Precision.Single });
        Assert.Contains(program.Graph.Nodes, node => node.Operator == op);
        return MinuteBars.Of(day).Compute(program).Column("value")[0];
    }
}
