using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using FactorGpu.Arrow.Ipc;
using FactorGpu.Bars;
using FactorGpu.Errors;

namespace FactorGpu.Arrow;

/// <summary>Reads minute bars from files into day tensors: in the long layout, one row per stock and minute, or in the dense layout, one row per stock and day.</summary>
internal sealed class BarReader
{
    private readonly BarReadOptions _options;
    private readonly MissingField _missing = new();
    private readonly List<PlacedBars> _longFiles = [];
    private readonly List<DenseBarFile> _denseFiles = [];

    private BarReader(BarReadOptions options) => _options = options;

    /// <summary>Reads all files of a call into one tensor per date.</summary>
    /// <param name="paths">CSV files, Arrow IPC files and streams, in any mixture; none gives no days.</param>
    /// <param name="options">How to read them.</param>
    /// <returns>Days by date, with the stocks of all long files that name that date; a report per file.</returns>
    /// <exception cref="BarFormatException">A file cannot be read, is not what its layout asks for, or has a date that a dense file has, too.</exception>
    internal static LoadedBars Read(IReadOnlyList<string> paths, BarReadOptions options)
    {
        var reader = new BarReader(options);
        try
        {
            return reader.Read(paths);
        }
        catch
        {
            reader._denseFiles.ForEach(file => file.Dispose());
            throw;
        }
    }

    private LoadedBars Read(IReadOnlyList<string> paths)
    {
        foreach (string path in paths)
        {
            ReadFile(path);
        }

        RefuseSharedDates();
        LoadedBars pivoted = new BarPivot([.. _longFiles], _missing).Run();
        ImmutableArray<DayTensor> days = [.. pivoted.Days.Concat(_denseFiles.SelectMany(file => file.Days)).OrderBy(day => day.Date)];
        var reports = pivoted.Files.Concat(_denseFiles.Select(file => file.Report)).ToLookup(report => report.Path);
        return new LoadedBars(days, [.. paths.Distinct().SelectMany(path => reports[path])], [.. _denseFiles]);
    }

    private void ReadFile(string path)
    {
        try
        {
            if (BarFileKinds.Of(path) == BarFileKind.Csv)
            {
                AddLong(CsvBars.Read(path));
                return;
            }

            using ArrowFile file = ArrowFile.Open(path);
            if (DenseColumns.AreIn(file))
            {
                _denseFiles.Add(DenseBars.Read(file, _missing));
            }
            else
            {
                AddLong(ArrowBars.Read(file));
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Throw.FileUnreadable(path, e);
        }
    }

    private void AddLong(LongBars bars)
    {
        if (bars.RowCount == 0)
        {
            Throw.FileWithoutRows(bars.Path);
        }

        var stamps = new MinuteSet(bars);
        _longFiles.Add(new PlacedBars(bars, stamps, ConventionChoice.Choose(bars, stamps, _options.Convention)));
    }

    private void RefuseSharedDates()
    {
        var pathOf = new Dictionary<DateOnly, string>();
        foreach (PlacedBars file in _longFiles)
        {
            foreach (int day in file.Rows.Days)
            {
                pathOf.TryAdd(WallMinute.DateOf(day), file.Bars.Path);
            }
        }

        foreach (DenseBarFile file in _denseFiles)
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
