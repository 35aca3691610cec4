using System;
using System.Linq;
using FactorGpu.Bars;
using FactorGpu.Tests.Arrow.Ipc;
using Xunit;

namespace FactorGpu.Tests.Arrow;

public sealed class DenseRefusalTests : IDisposable
{
    private readonly BarFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Lists_OfAnotherSize_AreRefused()
    {
        string message = Refusal(IpcBars.With(Day("a"), Lists("open", 240, 1)));

        Assert.Contains(" has a column open of lists of 240 values; in the dense layout a list holds the 242 slots of a day", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_OfOtherValues_AreRefusedByName()
    {
        IpcColumn lists = IpcColumn.Lists("open", 242, IpcColumn.Integers("item", true, new int[242]));

        string message = Refusal(IpcBars.With(Day("a"), lists));

        Assert.Contains(" has a column open of type FixedSizeList of Int32; it is read as a list of 242 float64 or float32 values.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_OfAFieldThatIsNoDayValue_AreRefusedByName()
    {
        string message = Refusal(IpcBars.With(Day("a"), IpcColumn.Doubles("close", 1)));

        Assert.Contains(" has a column close of type Float64; it is read as a list of 242 float64 or float32 values, because the file is in the dense layout.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Ticks_OfAColumnThatIsNotThere_AreRefusedByName()
    {
        string message = TickRefusal(Day("a"));

        Assert.EndsWith(
            " has prices in ticks of the column tick (its schema says factorgpu.tick = tick), and no such column; it has code, date, open, high, low, close, volume, amount."
            + " Write the tick of each stock, CNY, into tick, or prices in CNY without that key.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Ticks_ThatAreNoNumbers_AreRefusedByName()
    {
        string message = TickRefusal([.. Day("a"), IpcColumn.Text("tick", "0.01")]);

        Assert.Contains(" has a column tick of type Utf8; it is read as a number, CNY a tick.", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.0, "0")]
    [InlineData(-0.01, "-0.01")]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "Infinity")]
    [InlineData(null, "NaN")]
    public void Tick_ThatCannotBe_IsRefusedWithItsStock(double? tick, string shown)
    {
        string message = TickRefusal([.. Day("a", "b"), IpcColumn.Doubles("tick", 0.01, tick)]);

        Assert.Contains($" has a tick of {shown} for b in row 1 (counted from 0) of column tick; a tick is a finite number of CNY above 0.", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("code")]
    [InlineData("date")]
    [InlineData("amount")]
    public void Column_NeededAndMissing_IsRefused(string name)
    {
        string message = Refusal([.. Day("a").Where(column => column.Name != name)]);

        Assert.Contains($" has no column {name}; a bar file needs it", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Stock_TwiceInABatch_IsRefusedWithItsRows()
    {
        string message = Refusal(Day("a"), Day("b", "c", "b"));

        Assert.Contains(" has b twice in its record batch 1, in rows 1 and 3 (counted from 0); ", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Dates_ThatDifferInABatch_AreRefusedWithTheirRows()
    {
        IpcColumn dates = IpcColumn.Dates("date", new(2024, 6, 14), new(2024, 6, 14), new(2024, 6, 17));

        string message = Refusal(IpcBars.With(Day("a", "b", "c"), dates));

        Assert.Contains(" has two dates in its record batch 0: 2024-06-14 in row 0 and 2024-06-17 in row 2 (counted from 0); ", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Date_InTwoBatches_IsRefusedWithBoth()
    {
        string message = Refusal(Day("a"), Day("b"));

        Assert.Contains(" has 2024-06-14 in its record batch 0 and again in its record batch 1; ", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Date_OrCode_Null_IsRefusedWithTheRow()
    {
        IpcColumn[] batch = IpcBars.With(Day("a", "b"), IpcColumn.Text("code", "a", null));

        string message = Refusal(batch);

        Assert.Contains(" row 1 (counted from 0) has a null in column code; ", message, StringComparison.Ordinal);
    }

    [Fact]
    public void DenseFile_WithoutRows_IsRefused()
    {
        string message = Refusal(Day());

        Assert.Contains(" has column names but no rows", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_WithFewerValuesThanSlots_AreRefused()
    {
        IpcColumn lists = Lists("open", 242, 1);
        IpcColumn child = IpcColumn.Doubles("item", new double?[241]);
        var shorter = new IpcColumn { Name = lists.Name, TypeId = lists.TypeId, Type = lists.Type, Length = 1, Buffers = lists.Buffers, Children = [child] };

        string message = Refusal(IpcBars.With(Day("a"), shorter));

        Assert.Contains("column item of its record batch 0 is said to have 241 rows and 241 nulls; 242 are needed", message, StringComparison.Ordinal);
    }

    private string TickRefusal(IpcColumn[] batch)
        => BarFolder.Refusal(_folder.Bytes("dense.arrow", new IpcBuilder(batch).Metadata("factorgpu.tick", "tick").Batch(batch).ToFile()));

    private string Refusal(params IpcColumn[][] batches)
    {
        var ipc = new IpcBuilder(batches[0]);
        foreach (IpcColumn[] batch in batches)
        {
            ipc.Batch(batch);
        }

        return BarFolder.Refusal(_folder.Bytes("dense.arrow", ipc.ToFile()));
    }

    private static IpcColumn[] Day(params string[] codes) =>
    [
        IpcColumn.Text("code", codes),
        IpcColumn.Dates("date", [.. codes.Select(_ => new DateOnly(2024, 6, 14))]),
        .. BarFields.Required.Select(field => Lists(BarFields.Name(field), 242, codes.Length)),
    ];

    private static IpcColumn Lists(string name, int size, int rows)
        => IpcColumn.Lists(name, size, IpcColumn.Doubles("item", [.. Enumerable.Repeat((double?)10, size * rows)]));
}
