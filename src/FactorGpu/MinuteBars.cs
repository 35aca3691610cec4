using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using FactorGpu.Arrow;
using FactorGpu.Bars;
using FactorGpu.Compilation;
using FactorGpu.Engines;
using FactorGpu.Errors;
using FactorGpu.Expressions;
using FactorGpu.Results;

namespace FactorGpu;

/// <summary>The minute bars of one or more days, read from files or made in memory: where computing starts.</summary>
/// <remarks>
/// <code>
/// MinuteBars bars = MinuteBars.Read("bars.csv");
/// FactorProgram program = FactorProgram.Compile(FactorCatalogue.Huatai50);
/// bars.Compute(program).Save("factors.csv");
/// </code>
/// </remarks>
public sealed partial class MinuteBars : IDisposable
{
    private readonly LoadedBars? _loaded;

    private MinuteBars(ImmutableArray<DayTensor> days, LoadedBars? loaded = null)
    {
        Days = days;
        _loaded = loaded;
    }

    /// <summary>The days [D], by date.</summary>
    public ImmutableArray<DayTensor> Days { get; }

    /// <summary>What each file held and what was done with it; empty for bars made in memory.</summary>
    public ImmutableArray<BarFileReport> Files => _loaded?.Files ?? [];

    /// <summary>Reads one file; see <see cref="Read(IReadOnlyList{string}, BarReadOptions)"/>.</summary>
    /// <param name="path">A CSV file, or an Arrow IPC file or stream, uncompressed or compressed by LZ4 or, where libzstd is installed, ZSTD; a folder or a pattern.</param>
    /// <exception cref="BarFormatException">The file cannot be read, or is not what its layout asks for.</exception>
    public static MinuteBars Read(string path) => Read([path]);

    /// <summary>
    /// Reads files in the long layout, one row per stock and minute, with the columns, stamps, units and codes of a preset: the catalogue's, or those of a
    /// source such as Tushare. It is told from each file unless <see cref="BarReadOptions.Preset"/> names it.
    /// </summary>
    /// <param name="paths">
    /// CSV files and Arrow IPC files and streams (uncompressed, LZ4, or ZSTD where libzstd is installed), folders of them and patterns (<c>2024-*.arrow</c>),
    /// in any mixture and row order.
    /// </param>
    /// <param name="options">How to read them; null for the defaults.</param>
    /// <exception cref="BarFormatException">A file cannot be read, or is not what its layout asks for.</exception>
    /// <remarks>
    /// Arrow files may also be in the dense layout, one row per stock and day, one record batch per date: <c>code</c>, <c>date</c>, and per field a column of lists
    /// of 242 float64 or float32 values (missing = NaN). They are taken as they are: stocks keep their order, and nothing is derived. Uncompressed float64 values
    /// without nulls stay in the file, which stays open and is read block by block whenever something is computed; one that was cut off meanwhile is refused then. The same holds for the float32 values of a
    /// file of single precision, whose schema names the column of ticks under the key <c>factorgpu.tick</c>: its prices are counts of these. Without that key float32
    /// prices are CNY, and are widened.
    /// </remarks>
    public static MinuteBars Read(IReadOnlyList<string> paths, BarReadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(paths);
        LoadedBars loaded = BarReader.Read(paths, options ?? new BarReadOptions());
        return new MinuteBars(loaded.Days, loaded);
    }

    /// <summary>Takes day tensors made in memory, as they are.</summary>
    /// <param name="days">The days, in any order, each date once.</param>
    /// <exception cref="BarFormatException">A date occurs twice.</exception>
    public static MinuteBars Of(params IEnumerable<DayTensor> days)
    {
        ImmutableArray<DayTensor> sorted = [.. days.OrderBy(day => day.Date)];
        foreach (IGrouping<DateOnly, DayTensor> twice in sorted.GroupBy(day => day.Date).Where(date => date.Count() > 1))
        {
            Throw.DateTwice(twice.Key);
        }

        return new MinuteBars(sorted);
    }

    /// <summary>Lets go of what bars of the dense layout stay in: closes their files, and releases record batches of other libraries. No day may be used afterwards.</summary>
    /// <remarks>Bars of other files, and those made in memory, need no disposing of. Without it files stay open until the garbage collector finds that no day is used any more, and record batches until the process ends.</remarks>
    public void Dispose() => _loaded?.Dispose();

    /// <summary>Writes what each file held and what was done with it as JSON, whole or not at all.</summary>
    /// <param name="path">The file; an existing one is replaced.</param>
    /// <exception cref="FactorGpuException">The file cannot be written.</exception>
    public void SaveLoadReport(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        LoadReportFile.Write(Files, path);
    }

    /// <summary>The factors of a program that stay NaN for every stock-day, because they read a field that every file lacks.</summary>
    /// <param name="program">The factors [K].</param>
    /// <returns>In the order of the program; none for bars made in memory.</returns>
    public ImmutableArray<FactorDefinition> FactorsWithoutData(FactorProgram program)
    {
        ArgumentNullException.ThrowIfNull(program);
        ImmutableArray<BarField> lacking =
            [.. BarFields.All.Where(field => !Files.IsEmpty && Files.All(file => file.IsWithout(field)))];
        return lacking.IsEmpty ? [] : [.. program.Factors.Where(factor => factor.Inputs.Any(lacking.Contains))];
    }

    /// <summary>Computes all factors of a program for all stock-days.</summary>
    /// <param name="program">The factors [K].</param>
    /// <param name="options">How to compute; null for the defaults.</param>
    /// <param name="cancellation">Ends the work early, between days.</param>
    /// <returns>K columns, one row per stock and day, by date and then code.</returns>
    /// <exception cref="FactorGpuException">A program of single precision is asked of the reference.</exception>
    /// <exception cref="DeviceException">A device is asked for that is not there, or one fails; the message names it.</exception>
    /// <exception cref="OperationCanceledException">Cancellation was asked for.</exception>
    /// <remarks>
    /// Bars in the other precision than the program's are converted on their first use, field by field, and kept: a program of single precision over bars in double
    /// takes half as much memory again for the fields that it reads. Devices are opened for the call and closed at its end; see <see cref="ToDevice(ComputeOptions, Precision)"/> for many programs over the same bars.
    /// </remarks>
    public FactorTable Compute(FactorProgram program, ComputeOptions? options = null, CancellationToken cancellation = default)
        => Compute(program, options ?? new ComputeOptions(), new EngineFactory(), cancellation);

    /// <summary>Which engine would compute a program over these bars, on which devices, and why. For <see cref="EngineKind.Auto"/> this is the choice; other engines are taken as asked.</summary>
    /// <param name="program">The factors [K].</param>
    /// <param name="options">What is asked for; null for the defaults.</param>
    /// <returns>The choice, with the factors that devices leave to the engine <see cref="EngineKind.Cpu"/>.</returns>
    /// <exception cref="DeviceException">A device is asked for that is not there, or that does not compute in the precision of the program.</exception>
    /// <remarks>
    /// Auto takes a GPU (never a processor that is reached through OpenCL) when there is one for the program's precision and the work is worth its start, and CUDA before
    /// OpenCL; else the engine <see cref="EngineKind.Cpu"/>.
    /// </remarks>
    public EngineChoice ChooseEngine(FactorProgram program, ComputeOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(program);
        return Choose(program, options ?? new ComputeOptions(), new EngineFactory());
    }

    /// <summary>Computes with the engines of a factory.</summary>
    internal FactorTable Compute(FactorProgram program, ComputeOptions options, EngineFactory factory, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(program);
        using IFactorEngine engine = factory.Make(Choose(program, options, factory), options.Threads);
        return Compute(Days, program, engine, options.Progress, cancellation);
    }

    /// <summary>Computes days with an engine.</summary>
    internal static FactorTable Compute(
        ImmutableArray<DayTensor> days, FactorProgram program, IFactorEngine engine, IProgress<StockDayProgress>? progress, CancellationToken cancellation)
    {
        var count = new StockDayCount(days, progress);
        ImmutableArray<double[]> values = [.. days.Select(day => new double[program.Factors.Length * day.Shape.S])];
        engine.RunDays(program, days, values, d => count.Add(days[d].Shape.S), cancellation);
        return FactorTable.OfDays([.. program.Factors.Select(factor => factor.Id)], [.. days.Zip(values)]);
    }

    /// <summary>Writes the bars to a file, whole or not at all; the suffix says the format.</summary>
    /// <param name="path">Path ending in .arrow, .feather or .ipc (Arrow IPC file), .arrows (Arrow IPC stream) or .csv; an existing file is replaced.</param>
    /// <param name="options">Layout, precision and codec; null for the long layout in double precision without compression.</param>
    /// <remarks>
    /// <para>Fields are float64 (in single precision float32) in the units of <see cref="BarField"/>, named as <see cref="BarFields.Name"/> says, in tensor order; one that is missing on all days is left out.
    /// In the long layout a missing value is a null (Arrow) or an empty cell (CSV), stamps are starts of minutes on the canonical axis, and a stock without any value on a day
    /// is not in that day when the file is read. In the dense layout a field is a list [T] of 242 values, missing = NaN; in single
    /// precision open, high, low, close, pre_close and the limits are counts of the tick in the column <c>tick</c>.</para>
    /// <para>Read again, the file gives the same bits; in single precision those of prices on a tick, and float32 of everything else. An Arrow file says that it is canonical; a CSV file with few distinct stamps may fit several presets and is then to be read as canonical.</para>
    /// </remarks>
    /// <param name="cancellation">Ends the writing early; then no file is left, and one that was there before stays.</param>
    /// <exception cref="FactorGpuException">The suffix is not known, or does not go with the options, or the file cannot be written.</exception>
    /// <exception cref="OperationCanceledException">Cancellation was asked for.</exception>
    public void Save(string path, BarWriteOptions? options = null, CancellationToken cancellation = default)
        => BarFile.Write(Days, path, options ?? new BarWriteOptions(), cancellation);

    private EngineChoice Choose(FactorProgram program, ComputeOptions options, EngineFactory factory)
        => factory.Choose(program, Days.Sum(day => (long)day.Shape.S), options);
}
