using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using FactorGpu.Arrow.Ipc;
using FactorGpu.Arrow.Presets;
using FactorGpu.Bars;
using FactorGpu.Errors;

namespace FactorGpu.Arrow;

/// <summary>What a bar file is and how it would be read, as far as that can be told.</summary>
/// <remarks>Cost: that of reading the file.</remarks>
public sealed class BarFileInspection
{
    private readonly string _text;

    private BarFileInspection(string text, string? finding)
    {
        _text = text;
        Finding = finding;
    }

    /// <summary>Why the file cannot be read into tensors; null when it can.</summary>
    public string? Finding { get; }

    /// <summary>Looks at a file.</summary>
    /// <param name="path">A file of any kind that is read.</param>
    /// <param name="options">How it is to be read; null for the defaults.</param>
    /// <returns>A description of all that could be told before the finding, if there is one.</returns>
    /// <exception cref="BarFormatException">The file is not there, cannot be opened, or its kind is not read; or the preset asked for is none.</exception>
    public static BarFileInspection Of(string path, BarReadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        options ??= new BarReadOptions();
        PresetCatalogue.Find(options.Preset);
        var text = new InspectionText();
        (IReadOnlyList<(string Name, string Type)> columns, bool isDense) = Columns(path, text);
        try
        {
            Describe(path, options, columns, isDense, text);
            return new BarFileInspection(text.ToString(), null);
        }
        catch (BarFormatException e)
        {
            text.AddColumnsOnce(columns, null);
            text.Add("finding", e.Message);
            return new BarFileInspection(text.ToString(), e.Message);
        }
    }

    /// <summary>The description, lines ended by a line feed.</summary>
    public override string ToString() => _text;

    private static (IReadOnlyList<(string Name, string Type)> Columns, bool IsDense) Columns(string path, InspectionText text)
    {
        try
        {
            BarFileKind kind = BarFileKinds.Of(path);
            text.Add("file", path);
            if (kind == BarFileKind.Csv)
            {
                text.Add("kind", "CSV");
                return (CsvBars.Columns(path), false);
            }

            using ArrowFile file = ArrowFile.Open(path);
            bool isDense = DenseColumns.AreIn(file);
            text.Add("kind", $"Arrow IPC {(file.IsStream ? "stream" : "file")}, {(isDense ? "dense" : "long")} layout");
            return (ArrowBars.Columns(file), isDense);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Throw.FileUnreadable(path, e);
            return ([], false);
        }
    }

    private static void Describe(
        string path, BarReadOptions options, IReadOnlyList<(string Name, string Type)> columns, bool isDense, InspectionText text)
    {
        if (!isDense)
        {
            DescribeRows(path, options, columns, text);
            return;
        }

        using LoadedBars loaded = BarReader.Read([path], options);
        text.AddColumnsOnce(columns, null);
        text.AddDays(loaded);
        text.AddReport(loaded.Files[0], loaded.Days);
    }

    private static void DescribeRows(string path, BarReadOptions options, IReadOnlyList<(string Name, string Type)> columns, InspectionText text)
    {
        Preset? asked = PresetCatalogue.Find(options.Preset);
        using DecodedBars file = BarReader.Decode(path, asked);
        text.AddColumnsOnce(columns, file.Columns);
        text.AddRows(file);
        PlacedBars placed = BarIntake.Take(file, options);
        text.AddReading(placed);
        ImmutableArray<DayTensor> days = new BarPivot([placed], new MissingField<double>(), options).Run();
        text.AddReport(placed.Report(), days);
    }
}
