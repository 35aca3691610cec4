using System;
using System.IO;
using System.Linq;
using FactorGpu.Arrow;
using Xunit;

namespace FactorGpu.Tests.Arrow;

public sealed class BarPathsTests : IDisposable
{
    private readonly BarFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Folder_StandsForItsBarFilesByName()
    {
        string[] names = ["b.csv", "a.CSV", "c.arrow", "notes.txt", "d.arrows", "e.feather", "f.ipc"];
        foreach (string name in names)
        {
            _folder.Text(name, "");
        }

        Directory.CreateDirectory(Path.Combine(_folder.Root, "inner.csv"));

        Assert.Equal(["a.CSV", "b.csv", "c.arrow", "d.arrows", "e.feather", "f.ipc"], BarPaths.Expand([_folder.Root]).Select(Path.GetFileName));
    }

    [Fact]
    public void Hidden_AreNeitherOfAFolderNorOfAPattern()
    {
        string shown = _folder.Text("day.csv", "");
        File.SetAttributes(_folder.Text("._day.csv", ""), FileAttributes.Hidden);

        Assert.Equal([shown, shown], BarPaths.Expand([_folder.Root, Path.Combine(_folder.Root, "*.csv")]));
    }

    [Theory, InlineData("day?.*"), InlineData("day?.???")]
    public void Pattern_StandsForTheFilesThatMatchByName(string pattern)
    {
        string second = _folder.Text("day2.txt", "");
        string first = _folder.Text("day1.csv", "");
        _folder.Text("day10.csv", "");

        Assert.Equal([first, second], BarPaths.Expand([Path.Combine(_folder.Root, pattern)]));
    }

    [Fact]
    public void Pattern_ThatIsTheNameOfAFile_IsThatFile()
    {
        _folder.Text("day1.csv", "");
        string literal = _folder.Text("day*.csv", "");

        Assert.Equal([literal], BarPaths.Expand([literal]));
    }

    [Fact]
    public void Pattern_WithoutFiles_IsRefusedByName()
    {
        string pattern = Path.Combine(_folder.Root, "none", "*.csv");

        Assert.StartsWith($"{pattern} was given for the files that match it; there are none.", BarFolder.Refusal(pattern), StringComparison.Ordinal);
    }

    [Fact]
    public void Files_OfAFolder_AreReadTogether()
    {
        _folder.Text("1.csv", BarFolder.Header, BarFolder.Row("a", "2024-06-14 09:30"));
        _folder.Text("2.csv", BarFolder.Header, BarFolder.Row("a", "2024-06-17 09:30"));

        Assert.Equal(2, BarFolder.Read(_folder.Root).Days.Length);
    }
}
