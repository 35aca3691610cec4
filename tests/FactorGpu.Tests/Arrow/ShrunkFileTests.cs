using System;
using System.Collections.Immutable;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using FactorGpu.Arrow;
using FactorGpu.Bars;
using FactorGpu.Errors;
using FactorGpu.Expressions;
using FactorGpu.Factors;
using FactorGpu.Tests.Engines;
using FactorGpu.Tests.Packages;
using Xunit;

namespace FactorGpu.Tests.Arrow;

/// <summary>Files in the dense layout whose fields stay in them: every engine computes from there what it computes from memory, and one that is cut off meanwhile is refused.</summary>
public sealed class ShrunkFileTests : IDisposable
{
    // 60 stocks: blocks of 16, the last of 12.
    private static readonly ImmutableArray<DayTensor> s_days =
        [.. SampleMarket.Generate(new SampleOptions { Stocks = 60, Funds = 12, Seed = 5 }, [new DateOnly(2024, 1, 2), new DateOnly(2024, 1, 3)])];

    private readonly BarFolder _folder = new();

    private string FilePath => Path.Combine(_folder.Root, "dense.arrow");

    public static TheoryData<EngineUnderTest, Precision> EnginesAndFiles
    {
        get
        {
            var data = new TheoryData<EngineUnderTest, Precision>();
            foreach (EngineUnderTest engine in EngineUnderTest.Every.Concat(EngineUnderTest.EverySingle))
            {
                data.Add(engine, Precision.Double);
                data.Add(engine, Precision.Single);
            }

            return data;
        }
    }

    public void Dispose() => _folder.Dispose();

    [Theory, MemberData(nameof(EnginesAndFiles))]
    public void Day_ThatStaysInItsFile_GivesTheBytesOfOneInMemory(EngineUnderTest engine, Precision file)
    {
        using LoadedBars bars = Written(file);
        ImmutableArray<FactorDefinition> factors = FactorCatalogue.Find("return_var", "VP", "intraday_maxdrawdown");

        double[] expected = engine.Run(factors, bars.Days[1].InMemory());

        Assert.Contains(expected, double.IsFinite);
        Assert.Equal(expected, engine.Run(factors, bars.Days[1]));
    }

    [Theory, MemberData(nameof(EnginesAndFiles))]
    public void File_CutOffAfterItWasLoaded_IsRefusedWhenItIsComputed(EngineUnderTest engine, Precision file)
    {
        using LoadedBars bars = Written(file);
        long length = Cut();

        string message = Assert.Throws<BarFormatException>(() => engine.Run(FactorCatalogue.Find("return_var"), bars.Days[1])).Message;

        Assert.StartsWith($"{FilePath} became shorter while it was read: its record batch 1 body, up to byte ", message, StringComparison.Ordinal);
        Assert.Contains($" of {length}, is not all there any more. ", message, StringComparison.Ordinal);
    }

    [Fact]
    public void File_CutOffAfterItWasLoaded_IsRefusedWhenItIsWritten_AndWhenAFieldIsAskedFor()
    {
        MinuteBars.Of(s_days).Save(FilePath, new BarWriteOptions { Layout = BarLayout.Dense });
        using MinuteBars bars = MinuteBars.Read(FilePath);
        Cut();

        Assert.Throws<BarFormatException>(() => bars.Save(Path.Combine(_folder.Root, "copy.arrow")));
        Assert.Throws<BarFormatException>(() => bars.Days[1].Field(BarField.Open).Length);
        Assert.Equal(["dense.arrow"], Directory.EnumerateFiles(_folder.Root).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Tool_WhoseFileIsCutOffWhileItComputes_EndsWithTheMessageAndCode2()
    {
        MinuteBars.Sample(new SampleOptions { Stocks = 2000, Seed = 5 }, [new DateOnly(2024, 1, 2)], TestContext.Current.CancellationToken)
            .Save(FilePath, new BarWriteOptions { Layout = BarLayout.Dense }, TestContext.Current.CancellationToken);
        string output = Path.Combine(_folder.Root, "factors.arrow");
        var start = new ProcessStartInfo(CommandRun.Dotnet, ["exec", Path.Combine(AppContext.BaseDirectory, "FactorGpu.Cli.dll"), "compute", FilePath, "--out", output])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        using Process tool = Process.Start(start)!;

        // The first line tells what was read; then the program is compiled, which takes long enough for the cut.
        string? read = await tool.StandardError.ReadLineAsync(TestContext.Current.CancellationToken);
        Cut();
        string words = await tool.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await tool.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.StartsWith($"read {FilePath}: 2000 rows", read, StringComparison.Ordinal);
        Assert.Contains($"factorgpu: {FilePath} became shorter while it was read: its record batch 0 body, ", words, StringComparison.Ordinal);
        Assert.Equal(2, tool.ExitCode);
        Assert.False(File.Exists(output));
    }

    private LoadedBars Written(Precision precision)
    {
        MinuteBars.Of(s_days).Save(FilePath, new BarWriteOptions { Layout = BarLayout.Dense, Precision = precision });
        return BarFolder.Read(FilePath);
    }

    /// <summary>Cuts the file off in the first field of its last day.</summary>
    private long Cut()
    {
        using FileStream file = new(FilePath, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        long length = file.Length;
        file.SetLength(length / s_days.Length);
        return length;
    }
}
