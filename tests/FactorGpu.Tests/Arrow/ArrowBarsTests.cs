using System;
using FactorGpu.Arrow;
using FactorGpu.Bars;
using FactorGpu.Tests.Arrow.Ipc;
using Xunit;

namespace FactorGpu.Tests.Arrow;

public sealed class ArrowBarsTests
{
    [Theory]
    [InlineData("large_utf8_ms_utc_float32.arrow")]
    [InlineData("utf8_ns_shanghai_small_ints.arrow")]
    [InlineData("utf8_s_wall_batches.arrow")]
    [InlineData("utf8_view_polars.arrow")]
    [InlineData("date32_time32.arrow")]
    [InlineData("date64_time64.arrow")]
    [InlineData("text_stamps.arrow")]
    [InlineData("float16_close.arrow")]
    public void ArrowFile_OfOtherColumnTypes_GivesTheTensorsOfTheCsv(string name)
    {
        LoadedBars bars = BarFolder.Read(BarFolder.Golden("arrow/" + name));

        TensorAssert.Same(BarFolder.Read(BarFolder.Golden("arrow/bars.csv")), bars);
    }

    [Fact]
    public void Null_InANumberColumn_IsMissing()
    {
        DayTensor day = BarFolder.Read(BarFolder.Golden("arrow/large_utf8_ms_utc_float32.arrow")).Days[0];

        Assert.Equal([1, 120, 241], TensorAssert.FilledSlots(day, BarField.NumTrades, 0));
        Assert.Equal([1, 120, 121, 241], TensorAssert.FilledSlots(day, BarField.Volume, 0));
    }

    [Theory]
    [InlineData("refused_null_code.arrow", "row 5 (counted from 0) has a null in column code; ")]
    [InlineData("refused_seconds.arrow", "row 6 (counted from 0) has \"2024-06-14 13:00:15 (Timestamp 1718370015 Second)\" in column datetime; ")]
    public void ArrowFile_OfWhatIsNotRead_IsRefusedByName(string name, string expected)
    {
        string path = BarFolder.Golden("arrow/" + name);

        string message = BarFolder.Refusal(path);

        Assert.StartsWith($"{path} {expected}", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Column_UsedAndOfATypeThatIsNotRead_IsRefusedByName()
    {
        IpcColumn[] batch = IpcBars.With(IpcBars.Of(1), IpcColumn.Encoded<int>("code", 0, IpcColumn.Doubles("", 1), true, 0));
        using var folder = new BarFolder();
        string path = folder.Bytes("bars.arrows", new IpcBuilder(batch).ToStream());

        string message = BarFolder.Refusal(path);

        Assert.StartsWith($"{path} has a column code of type Dictionary of Float64; it is read as text (Utf8, LargeUtf8 or Utf8View).", message, StringComparison.Ordinal);
    }
}
