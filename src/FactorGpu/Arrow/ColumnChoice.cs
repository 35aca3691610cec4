using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Arrow.Presets;
using FactorGpu.Errors;

namespace FactorGpu.Arrow;

/// <summary>Tells from the names of a file's columns which presets it can be of.</summary>
/// <remarks>
/// A preset fits when all columns that it needs are there. Of those that fit, the ones that know the most columns of the file are kept,
/// and of these the ones that read the same columns as the first.
/// </remarks>
internal static class ColumnChoice
{
    /// <summary>Finds the columns of a file.</summary>
    /// <param name="path">The path as the caller gave it.</param>
    /// <param name="names">Column names in file order.</param>
    /// <param name="asked">The preset to read by, whose columns may also bear the catalogue's names; null to detect it.</param>
    /// <exception cref="BarFormatException">A needed column is missing, or a used one stands twice.</exception>
    internal static BarColumns Choose(string path, IReadOnlyList<string> names, Preset? asked)
    {
        BarColumns columns = asked is null
            ? Detect(path, names)
            : new BarColumns(path, names, asked, asked.Columns.FollowedBy(PresetCatalogue.Canonical.Columns));
        columns.Check();
        return columns;
    }

    /// <summary>Why the names are a preset's, in words.</summary>
    internal static string Evidence(BarColumns columns, Preset preset)
    {
        PresetColumns catalogue = PresetCatalogue.Canonical.Columns;
        string[] own = [.. columns.Used.Where(column => !catalogue[columns.KeyOf(column)!].Contains(columns.Name(column))).Select(columns.Name)];
        return own.Length == 0 ? "columns have the catalogue's names" : $"columns {string.Join(", ", own)} are those of {preset.Name}";
    }

    private static BarColumns Detect(string path, IReadOnlyList<string> names)
    {
        ImmutableArray<BarColumns> each = [.. PresetCatalogue.All.Select(preset => new BarColumns(path, names, preset, preset.Columns))];
        ImmutableArray<BarColumns> complete = [.. each.Where(columns => columns.Missing.IsEmpty)];
        if (complete.IsEmpty)
        {
            return each.MinBy(columns => columns.Missing.Length)!;
        }

        BarColumns best = complete.MaxBy(columns => columns.Used.Length)!;
        return new BarColumns(path, names, best.Presets[0], best.Presets[0].Columns)
        {
            Presets = [.. complete.Where(columns => IsSame(columns, best)).Select(columns => columns.Presets[0])],
        };
    }

    private static bool IsSame(BarColumns columns, BarColumns best)
        => columns.Used.SequenceEqual(best.Used) && columns.Used.All(column => columns.KeyOf(column) == best.KeyOf(column));
}
