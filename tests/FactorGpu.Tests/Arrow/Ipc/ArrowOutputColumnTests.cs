using System;
using System.Runtime.InteropServices;
using System.Text;
using FactorGpu.Arrow.Ipc;
using Xunit;

namespace FactorGpu.Tests.Arrow.Ipc;

public sealed class ArrowOutputColumnTests
{
    [Fact]
    public void NaN_IsANullWithItsBitCleared_AndOthersKeepTheirs()
    {
        double[] values = [1, double.NaN, -0.0, double.PositiveInfinity, 0, 0, 0, 0, double.NaN, 2];

        ArrowOutputColumn column = ArrowOutputColumn.NaNAsNull(values);

        Assert.Equal([new ArrowOutputNode(10, 2)], column.Nodes);
        Assert.Equal([0b1111_1101, 0b10], column.Buffers[0].Bytes.ToArray());
        Assert.Equal(values, MemoryMarshal.Cast<byte, double>(column.Buffers[1].Bytes).ToArray());
    }

    [Fact]
    public void NumbersWithoutNaN_HaveNoBitmap_AndAreNotCopied()
    {
        double[] values = [1, 2, 3];

        ArrowOutputColumn column = ArrowOutputColumn.NaNAsNull(values);

        Assert.Equal([new ArrowOutputNode(3, 0)], column.Nodes);
        Assert.True(column.Buffers[0].Bytes.IsEmpty);
        Assert.True(column.Buffers[1].Bytes.Overlaps(MemoryMarshal.AsBytes(values.AsSpan())));
    }

    [Fact]
    public void Lists_CountThemselvesAndTheirElements_AndAreNotCopied()
    {
        double[] values = [1, double.NaN, 3, 4, 5, 6];

        ArrowOutputColumn column = ArrowOutputColumn.Lists<double>(values, listSize: 3);

        Assert.Equal([new ArrowOutputNode(2, 0), new ArrowOutputNode(6, 0)], column.Nodes);
        Assert.Equal(3, column.Buffers.Length);
        Assert.True(column.Buffers[2].Bytes.Overlaps(MemoryMarshal.AsBytes(values.AsSpan())));
    }

    [Fact]
    public void Texts_AreRepeatedAsOftenAsTheyStand()
    {
        ArrowOutputColumn column = ArrowOutputColumn.Texts(["a", "lost", "因b"], [2, 0, 1]);

        Assert.Equal([new ArrowOutputNode(3, 0)], column.Nodes);
        Assert.Equal([0, 1, 2, 6], MemoryMarshal.Cast<byte, int>(column.Buffers[1].Bytes).ToArray());
        Assert.Equal("aa因b", Encoding.UTF8.GetString(column.Buffers[2].Bytes));
    }

    [Fact]
    public void Texts_WithoutRepeats_StandOnceEach()
    {
        ArrowOutputColumn column = ArrowOutputColumn.Texts(["x", "yz"]);

        Assert.Equal([0, 1, 3], MemoryMarshal.Cast<byte, int>(column.Buffers[1].Bytes).ToArray());
        Assert.Equal("xyz", Encoding.UTF8.GetString(column.Buffers[2].Bytes));
    }
}
