using System.Linq;
using FactorGpu.Bars;
using Xunit;

namespace FactorGpu.Tests.Bars;

public sealed class SlotMaskTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(191)]
    [InlineData(192)]
    [InlineData(241)]
    public void Mask_OfOneSlot_ContainsThatOneOnly(int slot)
    {
        SlotMask mask = Of(slot);

        Assert.Equal([slot], Enumerable.Range(0, BarAxis.SlotCount).Where(mask.Contains));
        Assert.Equal(1, mask.Count);
    }

    [Fact]
    public void Mask_OfNothing_IsEmpty()
    {
        SlotMask mask = default;

        Assert.Equal(0, mask.Count);
        Assert.False(mask.Contains(0));
    }

    [Fact]
    public void And_OfTwoMasks_KeepsTheSlotsInBoth()
    {
        var a = new SlotMask(0b0110, 1, 0, 1UL << 49);
        var b = new SlotMask(0b0011, 1, 5, 1UL << 49);

        SlotMask both = a & b;

        Assert.Equal(new SlotMask(0b0010, 1, 0, 1UL << 49), both);
        Assert.Equal(3, both.Count);
    }

    private static SlotMask Of(int slot)
    {
        ulong[] words = new ulong[SlotMask.WordCount];
        words[slot / 64] = 1UL << (slot % 64);
        return new SlotMask(words[0], words[1], words[2], words[3]);
    }
}
