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
    /// <param name="paths">CSV files and uncompressed Arrow IPC files, in any mixture; none gives no days.</param>
    /// <param name="options">How to read them.</param>
    /// <returns>Days by date, with the stocks of all files that name that date; a report per file.</returns>
    /// <exception cref="BarFormatException">A file cannot be read, or is not what the long layout asks for.</exception>
    internal static LoadedBars Read(IReadOnlyList<string> paths, BarReadOptions options)
    {
        ImmutableArray<string> all = BarPaths.Expand(paths);
        var files = new PlacedBars[all.Length];
        try
        {
            InParallel.For(files.Length, f => files[f] = Place(all[f], options));
            return new BarPivot([.. files], options).Run();
        }
        finally
        {
            foreach (PlacedBars? file in files)
            {
                file?.Dispose();
            }
        }
    }

    private static PlacedBars Place(string path, BarReadOptions options)
    {
        LongBars bars = ReadRows(path);
        try
        {
            if (bars.RowCount == 0)
            {
                Throw.FileWithoutRows(path);
            }

            var stamps = new MinuteSet(bars);
            SlotMap slots = ConventionChoice.Choose(bars, stamps, options.Convention);
            return new PlacedBars(bars, slots, slots.Auctions(stamps), options.OnOutside);
        }
        catch
        {
            bars.Dispose();
            throw;
        }
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
