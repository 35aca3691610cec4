using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using FactorGpu.Arrow.Ipc;
using FactorGpu.Arrow.Presets;
using FactorGpu.Bars;
using FactorGpu.Errors;

namespace FactorGpu.Arrow;

/// <summary>Reads minute bars from files into day tensors: in the long layout, one row per stock and minute, or in the dense layout, one row per stock and day.</summary>
internal sealed class BarReader
{
    private readonly BarReadOptions _options;
    private readonly Preset? _asked;
    private readonly MissingField<double> _missing = new();
    private readonly MissingField<float> _missingSingle = new();

    // One entry a file in each, the other null.
    private readonly PlacedBars?[] _longFiles;
    private readonly DenseBarFile?[] _denseFiles;

    private BarReader(BarReadOptions options, int files)
    {
        _options = options;
        _asked = PresetCatalogue.Find(options.Preset);
        _longFiles = new PlacedBars?[files];
        _denseFiles = new DenseBarFile?[files];
    }

    /// <summary>Reads all files of a call into one tensor per date.</summary>
    /// <param name="paths">CSV files, Arrow IPC files and streams, folders and patterns, in any mixture; none gives no days.</param>
    /// <param name="options">How to read them.</param>
    /// <returns>Days by date, with the stocks of all long files that name that date; a report per file.</returns>
    /// <exception cref="BarFormatException">A file cannot be read, is not what its layout asks for, or has a date that a dense file has, too.</exception>
    internal static LoadedBars Read(IReadOnlyList<string> paths, BarReadOptions options)
    {
        ImmutableArray<string> files = BarPaths.Expand(paths);
        var reader = new BarReader(options, files.Length);
        return reader.Read(f => reader.ReadFile(files[f], f));
    }

    /// <summary>Reads record batches into one tensor per date.</summary>
    /// <param name="table">The batches, with rows; disposed of.</param>
    /// <param name="options">How to read them.</param>
    /// <returns>As above, with one report.</returns>
    /// <exception cref="BarFormatException">They cannot be read, or are not what their layout asks for.</exception>
    internal static LoadedBars Read(IArrowTable table, BarReadOptions options)
    {
        using (table)
        {
            var reader = new BarReader(options, files: 1);
            return reader.Read(f => reader.ReadTable(table, f));
        }
    }

    /// <summary>Reads codes and stamps of a file in the long layout as they stand in it.</summary>
    /// <param name="path">The path as the caller gave it.</param>
    /// <param name="asked">The preset to read by; null to detect it.</param>
    /// <exception cref="BarFormatException">The file cannot be read, or has no rows.</exception>
    internal static DecodedBars Decode(string path, Preset? asked)
        => BarFileKinds.Of(path) == BarFileKind.Csv ? WithRows(CsvBars.Read(path, asked)) : Decode(ArrowFile.Open(path), asked);

    /// <summary>As above; the file is disposed of with what is returned, or when it is refused.</summary>
    private static DecodedBars Decode(IArrowTable file, Preset? asked)
    {
        try
        {
            return WithRows(ArrowBars.Read(file, asked));
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private LoadedBars Read(Action<int> readFile)
    {
        try
        {
            InParallel.For(_longFiles.Length, readFile);
            return Join();
        }
        catch
        {
            Array.ForEach(_denseFiles, file => file?.Dispose());
            throw;
        }
        finally
        {
            Array.ForEach(_longFiles, file => file?.Dispose());
        }
    }

    private LoadedBars Join()
    {
        RefuseSharedDates();
        ImmutableArray<DenseBarFile> dense = [.. _denseFiles.OfType<DenseBarFile>()];
        ImmutableArray<DayTensor> pivoted = new BarPivot([.. _longFiles.OfType<PlacedBars>()], _missing, _options).Run();
        return new LoadedBars(
            [.. pivoted.Concat(dense.SelectMany(file => file.Days)).OrderBy(day => day.Date)],
            [.. _longFiles.Zip(_denseFiles, (pivoted, dense) => pivoted?.Report() ?? dense!.Report)],
            dense);
    }

    private void ReadFile(string path, int f)
    {
        try
        {
            if (BarFileKinds.Of(path) == BarFileKind.Csv)
            {
                TakeRows(WithRows(CsvBars.Read(path, _asked)), f);
                return;
            }

            ReadTable(ArrowFile.Open(path), f);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Throw.FileUnreadable(path, e);
        }
    }

    private void ReadTable(IArrowTable table, int f)
    {
        if (DenseColumns.AreIn(table))
        {
            ReadDense(table, f);
        }
        else
        {
            TakeRows(Decode(table, _asked), f);
        }
    }

    private void TakeRows(DecodedBars rows, int f)
    {
        try
        {
            _longFiles[f] = BarIntake.Take(rows, _options);
        }
        catch
        {
            rows.Dispose();
            throw;
        }
    }

    private void ReadDense(IArrowTable file, int f)
    {
        try
        {
            _denseFiles[f] = DenseBars.Read(file, _missing, _missingSingle, _options.OnInvalid);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static DecodedBars WithRows(DecodedBars bars)
    {
        if (bars.RowCount == 0)
        {
            Throw.FileWithoutRows(bars.Path);
        }

        return bars;
    }

    private void RefuseSharedDates()
    {
        var pathOf = new Dictionary<DateOnly, string>();
        foreach (PlacedBars file in _longFiles.OfType<PlacedBars>())
        {
            foreach (int day in file.Days)
            {
                pathOf.TryAdd(WallMinute.DateOf(day), file.Bars.Path);
            }
        }

        foreach (DenseBarFile file in _denseFiles.OfType<DenseBarFile>())
        {
            foreach (DateOnly date in file.Days.Select(day => day.Date))
            {
                if (!pathOf.TryAdd(date, file.Report.Path))
                {
                    Throw.DateInTwoFiles(date, pathOf[date], file.Report.Path);
                }
            }
        }
    }
}
