using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using FactorGpu.Arrow.Presets;
using FactorGpu.Errors;

namespace FactorGpu.Arrow;

/// <summary>Reads minute bars from files in the long layout, one row per stock and minute, into day tensors.</summary>
internal static class BarReader
{
    /// <summary>Reads all files of a call into one tensor per date.</summary>
    /// <param name="paths">CSV files and uncompressed Arrow IPC files, in any mixture; none gives no days.</param>
    /// <param name="options">How to read them.</param>
    /// <returns>Days by date, with the stocks of all files that name that date; a report per file.</returns>
    /// <exception cref="BarFormatException">A file cannot be read, or is not what the long layout asks for.</exception>
    internal static LoadedBars Read(IReadOnlyList<string> paths, BarReadOptions options)
    {
        Preset? asked = PresetCatalogue.Find(options.Preset);
        var files = ImmutableArray.CreateBuilder<PlacedBars>(paths.Count);
        foreach (string path in paths)
        {
            files.Add(BarIntake.Take(Decode(path, asked), asked is not null, options));
        }

        return new BarPivot(files.MoveToImmutable()).Run();
    }

    /// <summary>Reads the rows of a file as they stand in it.</summary>
    /// <param name="path">The path as the caller gave it.</param>
    /// <param name="asked">The preset to read by; null to detect it.</param>
    /// <exception cref="BarFormatException">The file cannot be read, or has no rows.</exception>
    internal static DecodedBars Decode(string path, Preset? asked)
    {
        try
        {
            DecodedBars file = BarFileKinds.Of(path) == BarFileKind.Csv ? CsvBars.Read(path, asked) : ArrowBars.Read(path, asked);
            if (file.RowCount == 0)
            {
                Throw.FileWithoutRows(path);
            }

            return file;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Throw.FileUnreadable(path, e);
            return null;
        }
    }
}
