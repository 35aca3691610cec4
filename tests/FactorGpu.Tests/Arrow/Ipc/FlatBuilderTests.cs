using System;
using System.Buffers.Binary;
using FactorGpu.Arrow.Ipc;
using Xunit;

namespace FactorGpu.Tests.Arrow.Ipc;

public sealed class FlatBuilderTests
{
    [Fact]
    public void Table_OfNumbers_IsTheBytesOfTheFormat()
    {
        var builder = new FlatBuilder();

        byte[] bytes = builder.Finish(builder.Table(FlatValue.Byte(0, 7), FlatValue.Int32(2, -2)));

        // Where the root lies and padding; the vtable: its size, the table's, where each field lies; the table: distance back to the vtable, fields, padding between.
        Assert.Equal(
            [
                20, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                10, 0, 12, 0, 11, 0, 0, 0, 4, 0,
                10, 0, 0, 0, 0xFE, 0xFF, 0xFF, 0xFF, 0, 0, 0, 7,
            ],
            bytes);
    }

    [Fact]
    public void Buffer_ThatOutgrowsItsFirstMemory_KeepsAllThatIsInIt()
    {
        string text = new('股', 3000);
        var builder = new FlatBuilder();
        int first = builder.Text("x");
        int second = builder.Text(text);
        int numbers = builder.Structs([1, -2, long.MaxValue, long.MinValue], 2);

        byte[] bytes = builder.Finish(builder.Table(FlatValue.At(1, first), FlatValue.At(2, second), FlatValue.At(4, numbers), FlatValue.Int64(5, -1)));

        FlatTable root = FlatTable.Root(bytes, "test", "buffer");
        Assert.Equal("x", root.Text(1));
        Assert.Equal(text, root.Text(2));
        Assert.Equal([1, -2, long.MaxValue, long.MinValue], Int64s(root.Vector(4, 16)));
        Assert.Equal(-1, root.Int64(5));
        Assert.False(root.Has(0) || root.Has(3));
    }

    [Theory, InlineData(0), InlineData(1), InlineData(2), InlineData(5)]
    public void Structs_AfterATextOfAnyLength_LieAtMultiplesOf8(int length)
    {
        var builder = new FlatBuilder();
        int text = builder.Text(new string('x', length));
        int numbers = builder.Structs([0x1122334455667788], 1);

        byte[] bytes = builder.Finish(builder.Table(FlatValue.At(0, text), FlatValue.At(1, numbers)));

        Assert.Equal(0, bytes.AsSpan().IndexOf<byte>([0x88, 0x77, 0x66, 0x55, 0x44, 0x33, 0x22, 0x11]) % 8);
        Assert.Equal(length, FlatTable.Root(bytes, "test", "buffer").Text(0).Length);
    }

    private static long[] Int64s(ReadOnlySpan<byte> bytes)
    {
        long[] numbers = new long[bytes.Length / sizeof(long)];
        for (int i = 0; i < numbers.Length; i++)
        {
            numbers[i] = BinaryPrimitives.ReadInt64LittleEndian(bytes[(i * sizeof(long))..]);
        }

        return numbers;
    }
}
