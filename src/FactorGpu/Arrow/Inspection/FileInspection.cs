using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using FactorGpu.Arrow.Ipc;
using FactorGpu.Arrow.Presets;
using FactorGpu.Bars;
using FactorGpu.Errors;

namespace FactorGpu.Arrow.Inspection;

/// <summary>Looks at one bar file as far as it can be read, past what <c>compute</c> refuses where there is a way to go on.</summary>
internal sealed class FileInspection
{
    private readonly string _path;
    private readonly BarReadOptions _options;
    private readonly BarReadOptions _lenient;
    private readonly FaultTally _tally = new();
    private readonly List<CoveragePicture> _pictures = [];
    private IReadOnlyList<(string Name, string Type)> _columns = [];
    private bool _isDense;

    private FileInspection(string path, BarReadOptions options)
    {
        _path = path;
        _options = options;
        _lenient = options with
        {
            OnDuplicate = options.OnDuplicate == DuplicateHandling.Last ? DuplicateHandling.Last : DuplicateHandling.First,
            OnOutside = FaultHandling.Count,
            OnInvalid = FaultHandling.Count,
        };
    }

    /// <summary>What the file is and how it is read, in lines.</summary>
    internal InspectionText Text { get; } = new();

    /// <summary>Why the file is refused; null when it is not.</summary>
    internal string? Finding { get; private set; }

    /// <summary>What was read; null when the file cannot be placed.</summary>
    internal BarFileReport? Report { get; private set; }

    internal ImmutableArray<FoundFault> Faults => _tally.Found;

    /// <summary>One a day, by date.</summary>
    internal IReadOnlyList<CoveragePicture> Pictures => _pictures;

    /// <summary>Looks at a file.</summary>
    /// <exception cref="BarFormatException">The file is not there, cannot be opened, or its kind is not read; or the preset asked for is none.</exception>
    internal static FileInspection Of(string path, BarReadOptions options)
    {
        var inspection = new FileInspection(path, options);
        Preset? asked = PresetCatalogue.Find(options.Preset);
        inspection.FindColumns();
        try
        {
            inspection.Look(asked);
        }
        catch (BarFormatException e)
        {
            inspection.Refuse(DataFaults.Unreadable, e);
        }

        if (inspection.Finding is string finding)
        {
            inspection.Text.AddColumnsOnce(inspection._columns, null);
            inspection.Text.Add("finding", finding);
        }

        inspection.Text.AddFaults(inspection.Faults);
        return inspection;
    }

    private void FindColumns()
    {
        try
        {
            BarFileKind kind = BarFileKinds.Of(_path);
            Text.Add("file", _path);
            if (kind == BarFileKind.Csv)
            {
                Text.Add("kind", "CSV");
                _columns = CsvBars.Columns(_path);
                return;
            }

            using ArrowFile file = ArrowFile.Open(_path);
            _isDense = DenseColumns.AreIn(file);
            Text.Add("kind", $"Arrow IPC {(file.IsStream ? "stream" : "file")}, {(_isDense ? "dense" : "long")} layout");
            _columns = ArrowBars.Columns(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Throw.FileUnreadable(_path, e);
        }
    }

    private void Look(Preset? asked)
    {
        if (_isDense)
        {
            using LoadedBars loaded = BarReader.Read([_path], _lenient);
            Text.AddColumnsOnce(_columns, null);
            Text.AddDays(loaded);
            LookAtDays(loaded.Files[0], loaded.Days);
            return;
        }

        using DecodedBars file = BarReader.Decode(_path, asked);
        Text.AddColumnsOnce(_columns, file.Columns);
        Text.AddRows(file);
        if (Choose(file) is { } reading)
        {
            LookAtRows(file, reading);
        }
    }

    /// <summary>By which preset the rows are read; null when that cannot be told.</summary>
    private BarReading? Choose(DecodedBars file)
    {
        try
        {
            return ReadingChoice.Choose(file);
        }
        catch (BarFormatException e)
        {
            Refuse(DataFaults.Axis, e);
            return null;
        }
    }

    private void LookAtRows(DecodedBars file, BarReading reading)
    {
        PlacedBars placed = Take(file, reading);
        Text.AddReading(placed, Finding is null ? placed.Reading.VolumeEvidence : "taken so to look further");
        ImmutableArray<DayTensor> days = new BarPivot([placed], new MissingField<double>(), _lenient).Run();
        RowInspection.Run(placed, reading, _tally);
        LookAtDays(placed.Report(), days);
    }

    /// <summary>The rows in shares; where their unit is refused, in the one that the numbers are nearer to.</summary>
    private PlacedBars Take(DecodedBars file, BarReading reading)
    {
        try
        {
            return BarIntake.Take(file, _lenient);
        }
        catch (BarFormatException e)
        {
            bool isAsked = (_options.VolumeUnit ?? reading.VolumeUnit) == VolumeUnit.Detect;
            Refuse(isAsked ? DataFaults.VolumeUnitUnknown : DataFaults.VolumeUnit, e);
            return BarIntake.Take(file, _lenient with { VolumeUnit = VolumeUnits.Likely(file) });
        }
    }

    private void LookAtDays(BarFileReport report, ImmutableArray<DayTensor> days)
    {
        Report = report;
        Text.AddReport(report, days);
        var stocks = new List<DayStocks>();
        bool mayBeLots = report.IsDense || report.Reading.VolumeUnit == VolumeUnit.Lot;
        foreach (DayTensor day in days)
        {
            DayTensor inMemory = day.InMemory();
            DayStates states = DayInspection.Run(inMemory, mayBeLots, _tally);
            _pictures.Add(new CoveragePicture(inMemory, states));
            stocks.Add(DayStocks.Of(inMemory, states));
        }

        NeighbourInspection.Run(stocks, _tally);
        if (Finding is null && IsRefused(report))
        {
            FindRefusal();
        }
    }

    private bool IsRefused(BarFileReport report)
        => (report.ReplacedRows > 0 && _options.OnDuplicate == DuplicateHandling.KeepEqual)
            || (report.DuplicateRows + report.ReplacedRows > 0 && _options.OnDuplicate == DuplicateHandling.Error)
            || (report.OutsideRows > 0 && _options.OnOutside == FaultHandling.Error)
            || (report.InvalidBars > 0 && _options.OnInvalid == FaultHandling.Error);

    /// <summary>Reads the file as it is asked for, to have the message.</summary>
    private void FindRefusal()
    {
        try
        {
            BarReader.Read([_path], _options).Dispose();
        }
        catch (BarFormatException e)
        {
            Finding = e.Message;
        }
    }

    private void Refuse(DataFault fault, BarFormatException reason)
    {
        _tally.Add(fault, 1, []);
        Finding ??= reason.Message;
    }
}
