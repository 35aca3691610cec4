using System;
using System.IO;
using System.IO.Pipes;
using System.Text;
using FactorGpu.Errors;
using Xunit;

namespace FactorGpu.Tests.Arrow;

public sealed class BarFileKindTests : IDisposable
{
    private readonly BarFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void File_Missing_IsRefusedByName()
    {
        string path = Path.Combine(_folder.Root, "absent.csv");

        string message = BarFolder.Refusal(path);

        Assert.Equal($"{path} was given as a bar file; there is no file of that name. Check the path.", message);
    }

    [Fact]
    public void Folder_WithoutBarFiles_IsRefusedByName()
    {
        string message = BarFolder.Refusal(_folder.Root);

        Assert.StartsWith($"{_folder.Root} is a folder and stands for the bar files in it (.csv, .arrow, .arrows, .feather, .ipc); it has none.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void File_ThatAnotherHoldsForItself_IsRefusedWithTheCause()
    {
        string path = _folder.Csv(BarFolder.Row("a", "2024-06-14 09:30"));
        using FileStream held = new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        BarFormatException thrown = Assert.Throws<BarFormatException>(() => BarFolder.Read(path));

        Assert.StartsWith($"{path} was given as a bar file; it cannot be read: ", thrown.Message, StringComparison.Ordinal);
        Assert.IsType<IOException>(thrown.InnerException, exactMatch: false);
    }

    [Fact]
    public void File_OfNoBytes_IsRefused()
    {
        string path = _folder.Bytes("empty.csv", []);

        string message = BarFolder.Refusal(path);

        Assert.StartsWith($"{path} was given as a bar file; it is empty (0 bytes).", message, StringComparison.Ordinal);
    }

    [Fact]
    public void File_OfAHeaderAlone_IsRefused()
    {
        string path = _folder.Csv();

        string message = BarFolder.Refusal(path);

        Assert.StartsWith($"{path} has column names but no rows", message, StringComparison.Ordinal);
    }

    [Fact]
    public void File_OfEmptyLines_IsRefusedForItsColumns()
    {
        string path = _folder.Text("blank.csv", "", "");

        string message = BarFolder.Refusal(path);

        Assert.StartsWith($"{path} has no column code; a bar file needs it, as the preset canonical names it. It has no columns.", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PAR1....", "is a Parquet file (it starts with PAR1)", "compression=\"lz4\"")]
    [InlineData("PK\u0003\u0004....", "is a zip archive", "Unpack it first.")]
    [InlineData("\u001F\u008B....", "is a gzip file", "Unpack it first.")]
    public void File_OfAnotherKind_IsToldByItsContent(string content, string found, string remedy)
    {
        string path = _folder.Bytes("bars.csv", Encoding.Latin1.GetBytes(content));

        string message = BarFolder.Refusal(path);

        Assert.StartsWith($"{path} {found}", message, StringComparison.Ordinal);
        Assert.Contains(remedy, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bars.xlsx", "the suffix .xlsx")]
    [InlineData("bars", "no suffix")]
    public void File_OfAnUnknownKind_IsRefusedWithItsSuffix(string name, string expected)
    {
        string path = _folder.Bytes(name, "code,datetime"u8.ToArray());

        string message = BarFolder.Refusal(path);

        Assert.StartsWith($"{path} has {expected} and does not start as an Arrow IPC file or stream; CSV files (.csv) and Arrow IPC files and streams are read.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void ArrowFile_UnderAnotherSuffix_IsRead()
    {
        string path = _folder.Bytes("bars.csv", File.ReadAllBytes(BarFolder.Golden("arrow/date32_time32.arrow")));

        TensorAssert.Same(BarFolder.Read(BarFolder.Golden("arrow/bars.csv")), BarFolder.Read(path));
    }

    [Fact]
    public void File_OfParquetByAnotherLibrary_IsToldByItsContent()
    {
        string path = BarFolder.Golden("arrow/refused.parquet");

        string message = BarFolder.Refusal(path);

        Assert.StartsWith($"{path} is a Parquet file", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Pipe_IsRefused()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "A pipe has a path on Linux alone.");
        using var pipe = new AnonymousPipeServerStream(PipeDirection.In);
        string path = $"/proc/self/fd/{pipe.SafePipeHandle.DangerousGetHandle()}";

        string message = BarFolder.Refusal(path);

        Assert.StartsWith($"{path} was given as a bar file; it is a pipe or a device, ", message, StringComparison.Ordinal);
    }

    [Fact]
    public void ColumnNames_OfAFileThatIsNoText_AreCut()
    {
        string path = _folder.Bytes("bars.csv", Encoding.Latin1.GetBytes(new string('x', 5000)));

        string message = BarFolder.Refusal(path);

        Assert.Contains($"The nearest name is {new string('x', 80)}.... It has the columns {new string('x', 80)}.... ", message, StringComparison.Ordinal);
    }
}
