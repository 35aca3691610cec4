using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using FactorGpu.Errors;

namespace FactorGpu.Arrow;

/// <summary>Reads minute bars from files in the long layout, one row per stock and minute, into day tensors.</summary>
internal static class BarReader
{
    /// <summary>Reads all files of a call into one tensor per date.</summary>
    /// <param name="paths">CSV files and Arrow IPC files, in any mixture; none gives no days.</param>
    /// <param name="options">How to read them.</param>
    /// <returns>Days by date, with the stocks of all files that name that date; a report per file.</returns>
    /// <exception cref="BarFormatException">A file cannot be read, or is not what the long layout asks for.</exception>
    internal static LoadedBars Read(IReadOnlyList<string> paths, BarReadOptions options)
    {
        var files = ImmutableArray.CreateBuilder<PlacedBars>(paths.Count);
        foreach (string path in paths)
        {
            LongBars bars = ReadRows(path);
            if (bars.RowCount == 0)
            {
                Throw.FileWithoutRows(path);
            }

            var stamps = new MinuteSet(bars);
            files.Add(new PlacedBars(bars, stamps, ConventionChoice.Choose(bars, stamps, options.Convention)));
        }

        return new BarPivot(files.MoveToImmutable()).Run();
    }

    private static LongBars ReadRows(string path)
    {
        try
        {
            return BarFileKinds.Of(path) == BarFileKind.Csv ? CsvBars.Read(path) : ArrowBars.Read(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Throw.FileUnreadable(path, e);
            return null;
        }
    }
}
