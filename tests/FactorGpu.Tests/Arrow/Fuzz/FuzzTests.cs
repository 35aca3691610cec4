using System;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using FactorGpu.Bars;
using FactorGpu.Tests.Arrow.Ipc;
using Xunit;

namespace FactorGpu.Tests.Arrow.Fuzz;

/// <summary>Hostile files are read or refused by name: none ends the process, goes on without end, or takes more memory than <see cref="MostBytes"/>.</summary>
/// <remarks>FACTORGPU_FUZZ is the number of mutants, for a longer run, FACTORGPU_FUZZ_SEED the number of the first.</remarks>
[Collection(RunAlone.Name)]
public sealed class FuzzTests(ITestOutputHelper output) : IDisposable
{
    private const long MostBytes = 256L << 20;
    private const int Mutants = 20_000;
    private const double LeastOpened = 0.30;

    // Far beyond what any run takes: a reader that goes on without end is to fail the test, and nothing else is.
    private static readonly TimeSpan s_patiencePerMutant = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    private readonly BarFolder _folder = new();
    private int _current;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Mutants_OfGoodFiles_AreReadOrRefused()
    {
        Requirement.Codecs();
        ImmutableArray<FuzzSeed> seeds = FuzzSeeds.Make(_folder);
        int count = Setting("FACTORGPU_FUZZ", Mutants);
        int first = Setting("FACTORGPU_FUZZ_SEED", 1);
        var tally = new FuzzTally();

        Task run = Task.Run(() => Run(seeds, first, count, tally), TestContext.Current.CancellationToken);
        bool isDone = await Task.WhenAny(run, Task.Delay(s_patience + (count * s_patiencePerMutant), TestContext.Current.CancellationToken)) == run;

        Assert.True(isDone, $"Mutant {Volatile.Read(ref _current)} is read without end.");
        await run;
        output.WriteLine(tally.ToString());
        Assert.True(tally.Opened >= LeastOpened * tally.Tried, $"{tally}; {LeastOpened:P0} are to pass the footer.");
        Assert.Empty(tally.Faults);
        Assert.True(tally.MostAllocatedBytes <= MostBytes, tally.ToString());
    }

    [Fact]
    public async Task Files_ThatOnceBrokeOtherReaders_AreReadOrRefused()
    {
        Requirement.Codecs();
        string root = Path.Combine(Requirement.Shared(), "arrow/fuzz");
        var answers = new StringBuilder();
        var tally = new FuzzTally();
        foreach (string path in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Where(path => !path.EndsWith(".md", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            Task<FuzzOutcome> read = Task.Run(() => FuzzOutcome.Of(path), TestContext.Current.CancellationToken);
            Assert.True(await Task.WhenAny(read, Task.Delay(s_patience, TestContext.Current.CancellationToken)) == read, $"{path} is read without end.");
            FuzzOutcome outcome = await read;
            string name = Path.GetRelativePath(root, path).Replace('\\', '/');
            tally.Add(outcome, name);
            output.WriteLine($"{outcome.AllocatedBytes,12:N0} bytes  {name}");
            answers.Append(CultureInfo.InvariantCulture, $"{name}\n    {(outcome.Rows >= 0 ? $"read: {outcome.Rows} rows" : outcome.Words.Replace(path, "It", StringComparison.Ordinal))}\n");
        }

        output.WriteLine(tally.ToString());
        Assert.Empty(tally.Faults);
        Assert.True(tally.MostAllocatedBytes <= MostBytes, tally.ToString());
        GoldenText.Compare("tests/FactorGpu.Tests/Golden/arrow-fuzz.txt", answers.ToString());
    }

    /// <summary>Most of those files lack the marks by which a file is known; with them, what stands between is met.</summary>
    [Fact]
    public void Files_ThatOnceBrokeOtherReaders_WithTheirMarks_AreReadOrRefused()
    {
        var tally = new FuzzTally();
        string path = Path.Combine(_folder.Root, "marked.arrow");
        foreach (string file in Directory.EnumerateFiles(Path.Combine(Requirement.Shared(), "arrow/fuzz"), "*fuzz*", SearchOption.AllDirectories))
        {
            byte[] bytes = File.ReadAllBytes(file);
            "ARROW1"u8.CopyTo(bytes);
            "ARROW1"u8.CopyTo(bytes.AsSpan(bytes.Length - 6));
            File.WriteAllBytes(path, bytes);
            tally.Add(FuzzOutcome.Of(path), Path.GetFileName(file));
        }

        output.WriteLine(tally.ToString());
        Assert.Empty(tally.Faults);
        Assert.True(tally.MostAllocatedBytes <= MostBytes, tally.ToString());
    }

    [Fact]
    public void DenseFile_WhoseListsHaveNoBytes_IsRefusedBeforeMemoryIsTakenForThem()
    {
        const int Stocks = 5000;
        IpcColumn[] batch =
        [
            IpcColumn.Text("code", [.. Enumerable.Range(0, Stocks).Select(s => $"s{s}")]),
            IpcColumn.Dates("date", [.. Enumerable.Repeat(new DateOnly(2024, 6, 14), Stocks)]),
            .. BarFields.Required.Select(field => IpcColumn.Lists(BarFields.Name(field), BarAxis.SlotCount, Empty(Stocks * BarAxis.SlotCount))),
        ];

        FuzzOutcome outcome = FuzzOutcome.Of(_folder.Bytes("empty.arrow", new IpcBuilder(batch).Batch(batch).ToFile()));

        Assert.Contains("in column item of its record batch 0 a buffer of 0 bytes is to hold 1210000 rows", outcome.Words, StringComparison.Ordinal);
        Assert.InRange(outcome.AllocatedBytes, 0, Stocks * BarAxis.SlotCount * sizeof(double));
    }

    private static IpcColumn Empty(int values) => new() { Name = "item", TypeId = 3, Type = new FlatNode { [0] = (short)2 }, Length = values, Buffers = [[], []] };

    private static int Setting(string variable, int otherwise)
        => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    private void Run(ImmutableArray<FuzzSeed> seeds, int first, int count, FuzzTally tally)
    {
        string path = Path.Combine(_folder.Root, "mutant.arrow");
        for (int number = first; number < first + count; number++)
        {
            Volatile.Write(ref _current, number);
            File.WriteAllBytes(path, FuzzMutation.Make(seeds, number, out string name));
            tally.Add(FuzzOutcome.Of(path), $"mutant {number} of {name}");
        }
    }
}
