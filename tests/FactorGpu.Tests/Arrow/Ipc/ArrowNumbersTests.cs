using System;
using System.Linq;
using System.Numerics;
using FactorGpu.Arrow.Ipc;
using FactorGpu.Errors;
using Xunit;

namespace FactorGpu.Tests.Arrow.Ipc;

public sealed class ArrowNumbersTests : IDisposable
{
    private readonly BarFolder _folder = new();

    public static TheoryData<int> RowCounts => [0, 1, 7, 8, 9, 15, 16, 17, 31, 33, 64, 65, 241];

    public void Dispose() => _folder.Dispose();

    [Theory, MemberData(nameof(RowCounts))]
    public void Singles_OfAnyRowCount_AreWidened(int rows)
    {
        float[] stored = [.. Enumerable.Range(0, rows).Select(row => (row - 3.7f) / 3)];

        double[] values = Read(IpcColumn.Numbers("x", 3, new FlatNode { [0] = (short)1 }, stored));

        Assert.Equal(stored.Select(x => (double)x), values);
    }

    [Theory, MemberData(nameof(RowCounts))]
    public void Integers_OfAnyRowCount_AreWidened(int rows)
    {
        int[] stored = [.. Enumerable.Range(0, rows).Select(row => row % 3 == 0 ? int.MinValue + row : int.MaxValue - row)];

        double[] values = Read(IpcColumn.Integers("x", true, stored));

        Assert.Equal(stored.Select(x => (double)x), values);
    }

    [Theory, MemberData(nameof(RowCounts))]
    public void Nulls_OfAnyRowCount_AreNaN(int rows)
    {
        double?[] stored = [.. Enumerable.Range(0, rows).Select(row => row / 8 % 3 == 1 || row % 5 == 2 ? (double?)null : row)];

        double[] values = Read(IpcColumn.Doubles("x", stored));

        Assert.Equal(stored.Select(x => x ?? double.NaN), values);
    }

    [Theory]
    [InlineData(new byte[] { 0b101 }, 2.0, double.NaN, 4.0)]
    [InlineData(new byte[0], 2.0, 3.0, 4.0)]
    public void Nulls_OfUnknownNumber_AreToldByTheBitmap(byte[] validity, params double[] expected)
    {
        IpcColumn column = new()
        {
            Name = "x",
            TypeId = 3,
            Type = new FlatNode { [0] = (short)2 },
            Length = 3,
            Nulls = -1,
            Buffers = [validity, IpcColumn.Bytes([2.0, 3.0, 4.0])],
        };

        double[] values = Read(column);

        Assert.Equal(expected, values);
    }

    [Fact]
    public void Doubles_WithoutNulls_AreGivenWithoutACopy()
    {
        using ArrowFile file = Open(IpcColumn.Doubles("x", 1, -0.0, double.NaN));

        bool isGiven = file.Batches[0].Column(file.Fields[0]).TryGetDoubles(out ReadOnlySpan<double> values);

        Assert.True(isGiven);
        Assert.Equal([1, -0.0, double.NaN], values);
    }

    [Fact]
    public void Doubles_WithNulls_AreNotGivenWithoutACopy()
    {
        using ArrowFile file = Open(IpcColumn.Doubles("x", 1, null));

        bool isGiven = file.Batches[0].Column(file.Fields[0]).TryGetDoubles(out ReadOnlySpan<double> _);

        Assert.False(isGiven);
    }

    [Fact]
    public void Halves_AreWidened()
    {
        double[] values = Read(IpcColumn.Numbers("x", 3, new FlatNode { [0] = (short)0 }, new[] { (Half)10.25, (Half)(-1), Half.NaN }));

        Assert.Equal([10.25, -1, double.NaN], values);
    }

    [Fact]
    public void LongIntegers_AreRoundedToTheNearestDouble()
    {
        double[] signed = Read(IpcColumn.Integers("x", true, long.MinValue, 9007199254740993));
        double[] unsigned = Read(IpcColumn.Integers("x", false, ulong.MaxValue, 1UL));

        Assert.Equal([-9223372036854775808.0, 9007199254740992], signed);
        Assert.Equal([18446744073709551616.0, 1], unsigned);
    }

    [Fact]
    public void ColumnOfNulls_IsNaN()
    {
        double[] values = Read(IpcColumn.Nothing("x", 3));

        Assert.Equal([double.NaN, double.NaN, double.NaN], values);
    }

    [Theory]
    [InlineData(32, "1025", 2, 10.25)]
    [InlineData(32, "-7", 3, -0.007)]
    [InlineData(64, "-123456789012345678", 18, -0.123456789012345678)]
    [InlineData(64, "25", -3, 25000)]
    [InlineData(128, "1015", 2, 10.15)]
    [InlineData(128, "9007199254740993", 0, 9007199254740992)]
    [InlineData(128, "9007199254740995", 0, 9007199254740996)]
    [InlineData(128, "90071992547409930000000000000000000001", 22, 9007199254740993.0000000000000000000001)]
    [InlineData(128, "-170141183460469231731687303715884105728", 0, -1.7014118346046923e38)]
    [InlineData(128, "1", 23, 1e-23)]
    [InlineData(128, "3", 400, 0)]
    [InlineData(128, "-3", -30, -3e30)]
    [InlineData(256, "123456789012345678901234567890123456789012345678901234567890", 50, 1234567890.1234567890)]
    [InlineData(256, "-1", 2, -0.01)]
    public void Decimal_IsTheNearestDouble(int bits, string unscaled, int scale, double expected)
    {
        byte[] stored = new byte[bits / 8];
        var value = BigInteger.Parse(unscaled, null);
        stored.AsSpan().Fill(value.Sign < 0 ? (byte)0xFF : (byte)0);
        value.TryWriteBytes(stored, out _);
        IpcColumn column = new()
        {
            Name = "x",
            TypeId = 7,
            Type = new FlatNode { [0] = 38, [1] = scale, [2] = bits },
            Length = 1,
            Buffers = [[], stored],
        };

        double[] values = Read(column);

        Assert.Equal([expected], values);
    }

    [Fact]
    public void Column_ShorterThanItsRows_IsRefused()
    {
        IpcColumn column = new() { Name = "x", TypeId = 3, Type = new FlatNode { [0] = (short)2 }, Length = 3, Buffers = [[], new byte[16]] };

        string message = Assert.Throws<BarFormatException>(() => Read(column)).Message;

        Assert.Contains("in column x of its record batch 0 a buffer of 16 bytes is to hold 3 elements of 8", message, StringComparison.Ordinal);
    }

    private double[] Read(IpcColumn column)
    {
        using ArrowFile file = Open(column);
        double[] values = new double[file.RowCount];
        ArrowNumbers.Read(file.Batches[0].Column(file.Fields[0]), values);
        return values;
    }

    private ArrowFile Open(IpcColumn column) => ArrowFile.Open(_folder.Bytes("numbers.arrows", new IpcBuilder(column).Batch(column).ToStream()));
}
