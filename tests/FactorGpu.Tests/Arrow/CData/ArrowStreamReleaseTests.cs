using System;
using System.Linq;
using System.Threading;
using FactorGpu.Arrow;
using FactorGpu.Errors;
using FactorGpu.Tests.Arrow.Ipc;
using Xunit;

namespace FactorGpu.Tests.Arrow.CData;

/// <summary>Whatever happens, each struct that was given is released once, and by nobody but its owner.</summary>
public sealed unsafe class ArrowStreamReleaseTests
{
    private static readonly CDataColumn[] s_good = CDataColumn.Of(IpcBars.Of(3));

    [Fact]
    public void Stream_OfTheLongLayout_IsReleasedWhenItIsRead()
    {
        using var source = new StreamDouble(s_good, CDataColumn.Of(IpcBars.Of(3, first: 3)));

        using MinuteBars bars = MinuteBars.ReadArrowStream(source.Address);

        AssertReleased(source, batches: 2);
    }

    [Fact]
    public void Stream_WhoseSchemaFails_IsReleased()
    {
        using var source = new StreamDouble(s_good) { FailsAt = -1, Words = "表 is gone" };

        AssertRefused(source, batches: 0, "Arrow stream was asked for its schema; its producer failed with error 22 (表 is gone).");
        Assert.Equal(0, source.SchemasGiven);
    }

    [Theory, InlineData(0), InlineData(1)]
    public void Stream_WhoseBatchFails_IsReleasedWithThoseBefore(int batch)
    {
        using var source = new StreamDouble(s_good, s_good) { FailsAt = batch };

        AssertRefused(source, batch, "Arrow stream was asked for its next record batch; its producer failed with error 22 (it says no more).");
    }

    [Fact]
    public void Stream_OfAFormatThatIsNotKnown_IsReleased()
    {
        using var source = new StreamDouble([.. s_good, new CDataColumn { Name = "x", Format = "q", Length = 3, Buffers = [] }]);

        AssertRefused(source, batches: 0, "Arrow stream has the format q in column x;");
    }

    [Fact]
    public void Stream_OfATypeThatIsNotRead_IsReleased()
    {
        using var source = new StreamDouble([.. s_good.Where(column => column.Name != "code"), new CDataColumn { Name = "code", Format = "b", Length = 3, Buffers = [null, [0]] }]);

        AssertRefused(source, batches: 1, "Arrow stream has a column code of type Bool; it is read as text");
    }

    [Fact]
    public void Stream_WithoutAColumn_IsReleased()
    {
        using var source = new StreamDouble([.. s_good.Where(column => column.Name != "close")]);

        AssertRefused(source, batches: 1, "Arrow stream has no column close;");
    }

    [Fact]
    public void Stream_WithABatchThatIsBroken_IsReleased()
    {
        using var source = new StreamDouble(s_good, s_good[1..]);

        AssertRefused(source, batches: 2, "Arrow stream is broken: the batch itself in its record batch 1 is said to have 7 columns below it");
    }

    [Fact]
    public void Stream_WithAnImpossibleRow_IsReleased()
    {
        using var source = new StreamDouble(s_good, CDataColumn.Bars(3, CDataColumn.Of("u", IpcColumn.Text("code", "a", null, "a"))));

        AssertRefused(source, batches: 2, "Arrow stream row 4 (counted from 0) has a null in column code;");
    }

    [Fact]
    public void Stream_WhoseRowsDiffer_IsReleased()
    {
        using var source = new StreamDouble(s_good, CDataColumn.Bars(3, CDataColumn.Of("g", IpcColumn.Doubles("close", 1, 2, 3))));

        AssertRefused(source, batches: 2, "a at 2024-06-14 09:30 stands in two rows that differ, Arrow stream row 0 (counted from 0) and Arrow stream row 3 (counted from 0)");
    }

    [Fact]
    public void Stream_UnderAPresetThatIsNotThere_IsReleased()
    {
        using var source = new StreamDouble(s_good);

        Assert.Throws<BarFormatException>(() => MinuteBars.ReadArrowStream(source.Address, new BarReadOptions { Preset = "nobody" }));

        AssertReleased(source, batches: 1);
    }

    [Theory, InlineData(0), InlineData(2)]
    public void Stream_WithoutRows_IsReleased(int batches)
    {
        CDataColumn[] empty = CDataColumn.Of(IpcBars.Of(0));
        using var source = new StreamDouble([.. Enumerable.Repeat(empty, Math.Max(batches, 1))]) { EndsAt = batches };

        AssertRefused(source, batches, $"Arrow stream was read to its end for bars; it has no rows in {batches} record batches.");
    }

    [Fact]
    public void DenseStream_ThatIsRefusedOnceItsNumbersAreUsed_IsReleased()
    {
        using var source = new StreamDouble(StreamDays.Dense("a"), StreamDays.Dense("b"));

        AssertRefused(source, batches: 2, "Arrow stream has 2024-06-14 in its record batch 0 and again in its record batch 1;");
    }

    [Fact]
    public void DenseStream_OfUsedAndOfCopiedDays_IsReleasedInPart_ThenWhole()
    {
        CDataColumn[] copied =
        [
            .. StreamDays.Dense("b").Select(column => column.Name == "date" ? CDataColumn.Of("tdD", IpcColumn.Dates("date", new DateOnly(2024, 6, 17)))
                : column.Children is [{ } values] ? column with { Children = [values with { Nulls = 1, Buffers = [new byte[31], values.Buffers[1]] }] } : column),
        ];
        using var source = new StreamDouble(StreamDays.Dense("a"), copied);

        MinuteBars bars = MinuteBars.ReadArrowStream(source.Address);

        Assert.Equal((2, 1), (source.ArraysGiven, source.ArraysReleased));
        bars.Dispose();
        AssertReleased(source, batches: 2);
    }

    [Theory, InlineData(0), InlineData(1), InlineData(2)]
    public void Stream_ThatIsCancelled_IsReleased(int batch)
    {
        using var cancellation = new CancellationTokenSource();
        using var source = new StreamDouble(s_good, s_good)
        {
            OnNext = next =>
            {
                if (next == batch)
                {
                    cancellation.Cancel();
                }
            },
        };

        // What is cancelled while the end is given has been read.
        if (batch == 2)
        {
            using MinuteBars bars = MinuteBars.ReadArrowStream(source.Address, cancellation: cancellation.Token);
            AssertReleased(source, batches: 2);
            return;
        }

        Assert.Throws<OperationCanceledException>(() => MinuteBars.ReadArrowStream(source.Address, cancellation: cancellation.Token));

        AssertReleased(source, batches: batch + 1);
    }

    [Fact]
    public void Stream_ThatIsCancelledBefore_IsReleasedUnread()
    {
        using var source = new StreamDouble(s_good);

        Assert.Throws<OperationCanceledException>(() => MinuteBars.ReadArrowStream(source.Address, cancellation: new CancellationToken(canceled: true)));

        AssertReleased(source, batches: 0);
        Assert.Equal(0, source.SchemasGiven);
    }

    [Fact]
    public void Stream_WithoutCallbacks_IsReleased()
    {
        using var source = new StreamDouble(s_good);
        source.RemoveCallbacks();

        AssertRefused(source, batches: 0, "Arrow stream is broken: it lacks a callback, get_schema or get_next.");
    }

    [Fact]
    public void Schema_ThatIsReleasedWhenGiven_IsRefused_AndNotReleasedAgain()
    {
        using var source = new StreamDouble(s_good) { EditSchema = schema => schema->Release = null };

        AssertRefusal(source, "Arrow stream is broken: the schema that it gives has been released before.");
        Assert.Equal((1, 0), (source.StreamsReleased, source.SchemasReleased));
    }

    [Fact]
    public void Stream_ThatIsReadTwice_IsRefused_AndReleasedOnce()
    {
        using var source = new StreamDouble(s_good);
        using MinuteBars bars = MinuteBars.ReadArrowStream(source.Address);

        var thrown = Assert.Throws<ArgumentException>(() => MinuteBars.ReadArrowStream(source.Address));

        Assert.StartsWith("An ArrowArrayStream was asked for that can be read; this one has been released or moved", thrown.Message, StringComparison.Ordinal);
        AssertReleased(source, batches: 1);
    }

    [Fact]
    public void Address_OfNothing_IsRefused() => Assert.Throws<ArgumentNullException>(() => MinuteBars.ReadArrowStream(0));

    private static void AssertRefused(StreamDouble source, int batches, string says)
    {
        AssertRefusal(source, says);
        AssertReleased(source, batches);
    }

    private static void AssertRefusal(StreamDouble source, string says)
        => Assert.StartsWith(says, Assert.Throws<BarFormatException>(() => MinuteBars.ReadArrowStream(source.Address)).Message, StringComparison.Ordinal);

    private static void AssertReleased(StreamDouble source, int batches)
    {
        Assert.False(source.IsStreamHere, "the stream is taken over");
        Assert.Equal((1, source.SchemasGiven), (source.StreamsReleased, source.SchemasReleased));
        Assert.Equal((batches, batches, 0), (source.ArraysGiven, source.ArraysReleased, source.ChildrenReleased));
    }
}
