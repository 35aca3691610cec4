using FactorGpu.Bars;
using Xunit;

namespace FactorGpu.Tests.Bars;

public sealed class BarValidityTests
{
    private const BarRequirements Both = BarRequirements.NumTrades | BarRequirements.Vwap;

    /// <summary>Each of the six fields with each value that breaks it.</summary>
    public static TheoryData<BarField, double> BrokenCells { get; } = MakeBrokenCells();

    [Fact]
    public void Bar_WithGoodFields_IsTheOnlyValidOneOfTheDay()
    {
        DayTensor day = OneBar.With([]);

        SlotMask bars = day.ValidBars(0, Both);

        Assert.Equal(1, bars.Count);
        Assert.True(bars.Contains(OneBar.Slot));
    }

    [Theory]
    [MemberData(nameof(BrokenCells))]
    public void Bar_WithABrokenCell_IsInvalid(BarField field, double value)
    {
        DayTensor day = OneBar.With(field, value);

        Assert.Equal(0, day.ValidBars(0, BarRequirements.None).Count);
        Assert.Equal(0, day.ValidBars(0, Both).Count);
    }

    [Theory]
    [InlineData(BarField.Volume)]
    [InlineData(BarField.Amount)]
    public void Bar_WithAQuantityOfZero_IsValid(BarField field)
    {
        DayTensor day = OneBar.With(field, 0);

        Assert.Equal(1, day.ValidBars(0, Both).Count);
    }

    [Fact]
    public void Bar_WithImplausibleButPositivePrices_IsValid()
    {
        DayTensor day = OneBar.With([(BarField.High, 0.01), (BarField.Low, 5000)]);

        Assert.Equal(1, day.ValidBars(0, Both).Count);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-1)]
    [InlineData(double.PositiveInfinity)]
    public void Bar_WithBrokenNumTrades_IsMissingOnlyWhereNumTradesIsRequired(double value)
    {
        DayTensor day = OneBar.With(BarField.NumTrades, value);

        Assert.Equal(1, day.ValidBars(0, BarRequirements.None).Count);
        Assert.Equal(1, day.ValidBars(0, BarRequirements.Vwap).Count);
        Assert.Equal(0, day.ValidBars(0, BarRequirements.NumTrades).Count);
        Assert.Equal(0, day.ValidBars(0, Both).Count);
    }

    [Fact]
    public void Bar_WithoutTrades_HasNumTrades()
    {
        DayTensor day = OneBar.With(BarField.NumTrades, 0);

        Assert.Equal(1, day.ValidBars(0, BarRequirements.NumTrades).Count);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.PositiveInfinity)]
    public void Bar_WithBrokenVwap_IsMissingOnlyWhereVwapIsRequired(double value)
    {
        DayTensor day = OneBar.With(BarField.Vwap, value);

        Assert.Equal(1, day.ValidBars(0, BarRequirements.None).Count);
        Assert.Equal(1, day.ValidBars(0, BarRequirements.NumTrades).Count);
        Assert.Equal(0, day.ValidBars(0, BarRequirements.Vwap).Count);
        Assert.Equal(0, day.ValidBars(0, Both).Count);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(0)]
    [InlineData(double.PositiveInfinity)]
    public void Bar_WithoutVolume_NeedsNoVwap(double vwap)
    {
        DayTensor day = OneBar.With([(BarField.Volume, 0), (BarField.Vwap, vwap)]);

        Assert.Equal(1, day.ValidBars(0, BarRequirements.Vwap).Count);
    }

    [Fact]
    public void Bar_InvalidInItsPrices_IsNotMadeValidByItsOtherFields()
    {
        DayTensor day = OneBar.With([(BarField.Close, double.NaN), (BarField.Volume, 0)]);

        Assert.Equal(0, day.ValidBars(0, BarRequirements.NumTrades).Count);
        Assert.Equal(0, day.ValidBars(0, BarRequirements.Vwap).Count);
    }

    private static TheoryData<BarField, double> MakeBrokenCells()
    {
        var cells = new TheoryData<BarField, double>();
        foreach (BarField field in BarFields.Required)
        {
            bool mayBeZero = field is BarField.Volume or BarField.Amount;
            double[] broken = [double.NaN, -1, double.PositiveInfinity, double.NegativeInfinity];
            foreach (double value in mayBeZero ? broken : [.. broken, 0, -0.0])
            {
                cells.Add(field, value);
            }
        }

        return cells;
    }
}
