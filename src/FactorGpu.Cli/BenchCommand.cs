using System.Collections.Generic;
using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Linq;
using System.Threading;
using FactorGpu.Compilation;
using FactorGpu.Errors;
using FactorGpu.Expressions;
using FactorGpu.Verification;

namespace FactorGpu.Cli;

/// <summary><c>factorgpu bench --stocks 5000</c>: what each engine takes, measured by turns in one process.</summary>
internal sealed class BenchCommand
{
    /// <summary>What a time holds.</summary>
    internal const string Measures = "from bars in memory to a factor table";

    private const int Stocks = 5000;
    private const int MostRounds = 1000;

    private readonly ToolStreams _streams;
    private readonly BarInputs _inputs = new(ArgumentArity.ZeroOrMore);
    private readonly SampleChoice _sample = new(Stocks);
    private readonly FactorsOption _factors = new();
    private readonly EngineOption _engine = new("The engine to measure beside the reference; all are cpu, and opencl and cuda where they have a GPU.", takesAll: true);
    private readonly Option<int> _rounds = WholeNumber.Option("--rounds", "Runs of each engine that count.", 7, least: 1, MostRounds);
    private readonly Option<int> _referenceStocks = WholeNumber.Option(
        "--reference-stocks", "Stocks that the slow reference runs on, spread evenly over all.", 100, least: 1, most: 20000);

    private readonly Option<bool> _each = new("--each") { Description = "Measure each factor by itself too." };
    private readonly Option<bool> _byCount = new("--by-count") { Description = "Measure the first 1, 2, 4, ... factors together too." };
    private readonly Option<string?> _json = new("--json") { Description = "File for all times as JSON, with versions and machine." };

    private BenchCommand(ToolStreams streams)
    {
        _streams = streams;
    }

    internal static Command Make(ToolStreams streams)
    {
        var bench = new BenchCommand(streams);
        var command = new Command("bench", "Measures the engines by turns, on a sample market or on files.") { bench._rounds, bench._referenceStocks, bench._each, bench._byCount, bench._json };
        bench._inputs.AddTo(command);
        bench._sample.AddTo(command);
        bench._factors.AddTo(command);
        bench._engine.AddTo(command);
        command.SetWork(bench.Run);
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        string? path = parsed.GetValue(_json);
        if (path is not null)
        {
            WholeFile.CheckPath(path);
        }

        FactorProgram program = _factors.Compile(parsed, _streams);
        MinuteBars bars = Bars(parsed, path, cancellation);
        FactorsOption.Report(bars, program, _streams);
        MinuteBars fewer = FewerStocks.Of(bars, parsed.GetRequiredValue(_referenceStocks));
        ImmutableArray<ComputeOptions> engines = Engines(parsed, bars, program);
        int? device = _engine.Device(parsed);
        VerificationReport agreement = fewer.Verify(program, new VerifyOptions { Engines = [.. engines.Select(options => options.Engine)], Device = device }, cancellation);
        if (agreement.IsOut)
        {
            _streams.WriteResult(agreement.ToString());
            return ExitCode.Differs;
        }

        ImmutableArray<BenchRow> rows = Measure(parsed, program, BenchCase.All(bars, fewer, program.Precision, [.. engines.Select(options => options.Engine)], device), cancellation);
        if (path is not null)
        {
            WholeFile.Write(path, BenchJson.Make(Words(bars), rows));
        }

        _streams.WriteResult(Print(rows, program, bars, parsed.GetRequiredValue(_rounds)));
        return ExitCode.Success;
    }

    /// <summary>The engines to measure; auto is the one that it chooses.</summary>
    private ImmutableArray<ComputeOptions> Engines(ParseResult parsed, MinuteBars bars, FactorProgram program)
    {
        ComputeOptions[] asked = [.. _engine.Kinds(parsed, program.Precision).Select(kind => new ComputeOptions { Engine = kind, Device = _engine.Device(parsed) })];
        _engine.Report(parsed, bars, program, asked, _streams);
        return [.. asked.Select(options => options with { Engine = bars.ChooseEngine(program, options).Engine })];
    }

    private MinuteBars Bars(ParseResult parsed, string? path, CancellationToken cancellation)
    {
        if (_inputs.Paths(parsed).Length == 0)
        {
            return _sample.Make(parsed, _streams, cancellation);
        }

        if (_sample.Asked(parsed) is { } option)
        {
            throw new FactorGpuException($"bench was given files and {option}, which asks for a sample market. Leave one of the two out.");
        }

        MinuteBars bars = _inputs.Read(parsed, _streams, path);
        WholeFile.CheckNotRead(path, bars);
        return bars;
    }

    private ImmutableArray<BenchRow> Measure(ParseResult parsed, FactorProgram program, ImmutableArray<BenchCase> cases, CancellationToken cancellation)
    {
        (string Part, ImmutableArray<FactorDefinition> Factors)[] parts =
        [
            (Whole(program), program.Factors),
            .. parsed.GetValue(_each) ? program.Factors.Select(factor => (factor.Id, ImmutableArray.Create(factor))) : [],
            .. parsed.GetValue(_byCount) ? Counts(program.Factors.Length).Select(K => (FirstOf(K), program.Factors[..K])) : [],
        ];
        using ProgressLine progress = _streams.Progress("measuring");
        var bench = new Bench(cases, parsed.GetRequiredValue(_rounds), parts.Length, progress, cancellation);
        return [.. parts.SelectMany(part => bench.Measure(part.Part, part.Factors))];
    }

    private static string Print(ImmutableArray<BenchRow> rows, FactorProgram program, MinuteBars bars, int rounds)
    {
        ImmutableArray<BenchRow> whole = [.. rows.Where(row => row.Part == Whole(program))];
        ImmutableArray<BenchRow> others = [.. rows.Where(row => row.Part != Whole(program))];
        string scaled = whole.FirstOrDefault(row => row.Case.StockDays < whole[^1].Case.StockDays) is { Part: not null } row
            ? $"{row.Case.Name} runs on {row.Case.StockDays} stock-days; compare times per stock-day.\n"
            : "";
        return $"{Whole(program)}; {Words(bars)}; {Measures}; medians of {rounds} runs by turns, after {Bench.WarmUps} that do not count\n"
            + BenchTable.OfCases(whole, program) + scaled + (others.IsEmpty ? "" : "\n" + BenchTable.OfParts(others));
    }

    private static string Words(MinuteBars bars) => string.Create(
        CultureInfo.InvariantCulture, $"{bars.Days.Sum(day => (long)day.Shape.S)} stock-days of {bars.Days.Length} days{(bars.Files.IsEmpty ? ", sample market" : "")}");

    private static string Whole(FactorProgram program) => string.Create(CultureInfo.InvariantCulture, $"{program.Factors.Length} factors");

    private static string FirstOf(int K) => string.Create(CultureInfo.InvariantCulture, $"first {K}");

    /// <summary>1, 2, 4, ... and all.</summary>
    private static IEnumerable<int> Counts(int all)
    {
        for (int K = 1; K < all; K *= 2)
        {
            yield return K;
        }

        yield return all;
    }
}
