using System;
using System.Linq;
using FactorGpu.Bars;
using Xunit;

namespace FactorGpu.Tests.Bars;

public sealed class BarAxisTests
{
    [Theory]
    [InlineData(0, 9, 25)]
    [InlineData(1, 9, 30)]
    [InlineData(120, 11, 29)]
    [InlineData(121, 13, 0)]
    [InlineData(237, 14, 56)]
    [InlineData(238, 14, 57)]
    [InlineData(240, 14, 59)]
    [InlineData(241, 15, 0)]
    public void StartOf_ASlot_IsItsLabel(int slot, int hour, int minute)
    {
        TimeOnly start = BarAxis.StartOf(slot);

        Assert.Equal(new TimeOnly(hour, minute), start);
    }

    [Fact]
    public void StartOf_AllSlots_AscendsAndFindsEverySlotAgain()
    {
        TimeOnly[] starts = [.. Enumerable.Range(0, BarAxis.SlotCount).Select(BarAxis.StartOf)];

        Assert.Equal(starts.Order(), starts);
        for (int t = 0; t < BarAxis.SlotCount; t++)
        {
            Assert.True(BarAxis.TrySlotStartingAt(MinuteOf(starts[t]), out int slot));
            Assert.Equal(t, slot);
        }
    }

    [Fact]
    public void TrySlotStartingAt_AllMinutesOfADay_Finds242()
    {
        int found = Enumerable.Range(0, 24 * 60).Count(minute => BarAxis.TrySlotStartingAt(minute, out _));

        Assert.Equal(242, found);
    }

    [Theory]
    [InlineData(9, 24)]
    [InlineData(9, 26)]
    [InlineData(9, 29)]
    [InlineData(11, 30)]
    [InlineData(12, 0)]
    [InlineData(12, 59)]
    [InlineData(15, 1)]
    [InlineData(0, 0)]
    public void TrySlotStartingAt_AMinuteOutsideTheAxis_IsFalse(int hour, int minute)
    {
        bool isFound = BarAxis.TrySlotStartingAt((hour * 60) + minute, out _);

        Assert.False(isFound);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(242)]
    public void StartOf_ASlotOutsideTheAxis_Throws(int slot)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => BarAxis.StartOf(slot));

        Assert.Equal("slot", error.ParamName);
    }

    [Fact]
    public void HalfHours_TogetherAndInOrder_ArePartitionOfTheDay()
    {
        int[] slots = [.. BarAxis.HalfHours.SelectMany(h => Enumerable.Range(h.First, h.Last - h.First + 1))];

        Assert.Equal(8, BarAxis.HalfHours.Length);
        Assert.Equal(Enumerable.Range(0, 242), slots);
    }

    [Fact]
    public void Ranges_OfTheCatalogue_HoldTheirEnds()
    {
        Assert.Equal((0, 241), (BarAxis.All.First, BarAxis.All.Last));
        Assert.Equal((1, 237), (BarAxis.Core.First, BarAxis.Core.Last));
        Assert.Equal((0, 120), (BarAxis.Morning.First, BarAxis.Morning.Last));
        Assert.Equal((121, 241), (BarAxis.Afternoon.First, BarAxis.Afternoon.Last));
        Assert.Equal((238, 240), (BarAxis.ClosingCall.First, BarAxis.ClosingCall.Last));
    }

    [Theory]
    [InlineData(237, false)]
    [InlineData(238, true)]
    [InlineData(240, true)]
    [InlineData(241, false)]
    public void Contains_OfARange_IncludesBothEnds(int slot, bool expected)
    {
        bool isInside = BarAxis.ClosingCall.Contains(slot);

        Assert.Equal(expected, isInside);
    }

    private static int MinuteOf(TimeOnly time) => (time.Hour * 60) + time.Minute;
}
