using System.IO;
using Xunit;
using Xunit.Sdk;

namespace FactorGpu.Tests;

public sealed class GoldenTextTests
{
    [Fact]
    public void Compare_OfEqualBytes_Passes()
    {
        using var temp = new TempFolder();
        string path = Write(temp, "one\ntwo\n");

        GoldenText.Compare(path, "one\ntwo\n", accept: false);

        Assert.Equal("one\ntwo\n", File.ReadAllText(path));
    }

    [Fact]
    public void Compare_OfAnotherLine_FailsWithBothAndLeavesTheFileAlone()
    {
        using var temp = new TempFolder();
        string path = Write(temp, "one\ntwo\n");

        var error = Assert.Throws<FailException>(() => GoldenText.Compare(path, "one\nthree\n", accept: false));

        Assert.Contains("line 2 holds \"two\", made was \"three\"", error.Message);
        Assert.Contains("FACTORGPU_ACCEPT=1", error.Message);
        Assert.Equal("one\ntwo\n", File.ReadAllText(path));
    }

    [Fact]
    public void Compare_OfOtherLineEnds_Fails()
    {
        using var temp = new TempFolder();
        string path = Write(temp, "one\r\n");

        Assert.Throws<FailException>(() => GoldenText.Compare(path, "one\n", accept: false));
    }

    [Fact]
    public void Compare_WithMoreLinesMade_FailsWithTheCounts()
    {
        using var temp = new TempFolder();
        string path = Write(temp, "one");

        var error = Assert.Throws<FailException>(() => GoldenText.Compare(path, "one\ntwo", accept: false));

        Assert.Contains("the file has 1 lines, made were 2", error.Message);
    }

    [Fact]
    public void Compare_WithoutAFile_FailsAndMakesNone()
    {
        using var temp = new TempFolder();
        string path = Path.Combine(temp.Path, "none.txt");

        var error = Assert.Throws<FailException>(() => GoldenText.Compare(path, "one\n", accept: false));

        Assert.Contains("does not exist", error.Message);
        Assert.False(File.Exists(path));
    }

    [Fact]
    public void Compare_WithAccept_WritesTheFileAndStillFails()
    {
        using var temp = new TempFolder();
        string path = Path.Combine(temp.Path, "new", "golden.txt");

        var error = Assert.Throws<FailException>(() => GoldenText.Compare(path, "one\n", accept: true));

        Assert.Contains("accepted, read the diff", error.Message);
        Assert.Equal("one\n"u8.ToArray(), File.ReadAllBytes(path));
    }

    [Fact]
    public void Compare_WithAcceptAndEqualBytes_StillFails()
    {
        using var temp = new TempFolder();
        string path = Write(temp, "one\n");

        Assert.Throws<FailException>(() => GoldenText.Compare(path, "one\n", accept: true));
    }

    private static string Write(TempFolder folder, string text)
    {
        string path = Path.Combine(folder.Path, "golden.txt");
        File.WriteAllText(path, text);
        return path;
    }
}
