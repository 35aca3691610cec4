using System;
using System.IO;
using System.Linq;
using FactorGpu.Arrow;
using FactorGpu.Errors;
using FactorGpu.Tests.Arrow.Ipc;
using Xunit;

namespace FactorGpu.Tests.Arrow;

/// <summary>What is held of the files of a call, and when it is let go.</summary>
public sealed class BarReaderTests : IDisposable
{
    private readonly BarFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void LongFile_ThatWasRead_IsNotHeld()
    {
        string path = _folder.Bytes("bars.arrow", new IpcBuilder(IpcBars.Of(0)).Batch(IpcBars.Of(2)).ToFile());

        LoadedBars bars = BarFolder.Read(path);

        AssertFree(path);
        Assert.Equal(2, bars.Files[0].Rows);
    }

    [Theory]
    [InlineData("code", "has a null in column code")]
    [InlineData("datetime", "none of them lies in ")]
    public void LongFile_ThatIsRefused_IsNotHeld(string column, string says)
    {
        IpcColumn faulty = column == "code" ? IpcColumn.Text("code", "a", null) : IpcColumn.Text("datetime", "2024-06-14 20:00", "2024-06-14 20:01");
        IpcColumn[] columns = IpcBars.With(IpcBars.Of(2), faulty);
        string path = _folder.Bytes("bars.arrow", new IpcBuilder(columns).Batch(columns).ToFile());

        string message = BarFolder.Refusal(path);

        Assert.Contains(says, message, StringComparison.Ordinal);
        AssertFree(path);
    }

    [Fact]
    public void DenseFile_WhoseCallIsRefused_IsClosed()
    {
        string path = Dense();

        Assert.Throws<BarFormatException>(() => BarFolder.Read(path, Path.Combine(_folder.Root, "absent.csv")));
        Assert.Throws<BarFormatException>(() => BarFolder.Read(new BarReadOptions { OnInvalid = FaultHandling.Error }, path));

        AssertFree(path);
    }

    [Fact]
    public void DenseFiles_OfOneDate_AreRefusedWithBoth()
    {
        string path = Dense();
        string other = _folder.Bytes("other.arrow", File.ReadAllBytes(path));

        string message = BarFolder.Refusal(path, other);

        Assert.Contains($" stands in {path} and in {other}, ", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Days_OfDenseAndLongFiles_AreSortedByDate()
    {
        string dense = Dense();
        string before = _folder.Text("1.csv", BarFolder.Header, BarFolder.Row("a", "2001-06-14 09:30"));
        string after = _folder.Text("2.csv", BarFolder.Header, BarFolder.Row("a", "2098-06-13 09:30"));

        using LoadedBars bars = BarFolder.Read(after, dense, before);

        Assert.Equal([2001, 2098], bars.Days.Select(day => day.Date.Year).Where((_, d) => d != 1));
        Assert.Equal([after, dense, before], bars.Files.Select(file => file.Path));
    }

    /// <summary>A dense day with a bar that cannot be.</summary>
    private string Dense()
    {
        string path = Path.Combine(_folder.Root, "dense.arrow");
        MinuteBars.Of(DayBuilder.Stock(close: [10, -1, 10])).Save(path, new BarWriteOptions { Layout = BarLayout.Dense });
        return path;
    }

    /// <summary>Nobody has the file open: it can be opened by one that shares it with none.</summary>
    private static void AssertFree(string path) => new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None).Dispose();
}
