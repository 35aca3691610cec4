using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Unicode;

namespace FactorGpu.Errors;

/// <content>Bar files and their rows.</content>
internal static partial class Throw
{
    private const string ReadKinds = "CSV files (.csv) and Arrow IPC files and streams are read";
    private const int ShownBytes = 80;
    private const int ShownChars = 80;
    private const int ShownNames = 30;

    [DoesNotReturn]
    internal static void FileMissing(string path)
        => throw new BarFormatException($"{path} was given as a bar file; there is no file of that name. Check the path.");

    [DoesNotReturn]
    internal static void FolderWithoutBarFiles(string path, string suffixes)
        => throw new BarFormatException($"{path} is a folder and stands for the bar files in it ({suffixes}); it has none. Check the path, or name the files.");

    [DoesNotReturn]
    internal static void PatternWithoutFiles(string pattern)
        => throw new BarFormatException($"{pattern} was given for the files that match it; there are none. Check the folder and the pattern (* and ? in the file name).");

    [DoesNotReturn]
    internal static void FileEmpty(string path)
        => throw new BarFormatException($"{path} was given as a bar file; it is empty (0 bytes). Write it again, or leave it out.");

    [DoesNotReturn]
    internal static void FileIsAPipe(string path)
        => throw new BarFormatException($"{path} was given as a bar file; it is a pipe or a device, and a bar file is read from more than one place. Write it to a file first.");

    [DoesNotReturn]
    internal static void FileWithoutRows(string path)
        => throw new BarFormatException($"{path} has column names but no rows; a bar file has at least one. Write it again, or leave it out.");

    [DoesNotReturn]
    internal static void FileUnreadable(string path, Exception cause)
        => throw new BarFormatException($"{path} was given as a bar file; it cannot be read: {cause.Message} Make it readable, or name another.", cause);

    [DoesNotReturn]
    internal static void FileIsParquet(string path)
        => throw new BarFormatException(
            $"{path} is a Parquet file (it starts with PAR1); {ReadKinds}. Convert it first, for example with Polars: "
            + "pl.read_parquet(\"bars.parquet\").write_ipc(\"bars.arrow\", compression=\"lz4\").");

    [DoesNotReturn]
    internal static void FileIsPacked(string path, string kind)
        => throw new BarFormatException($"{path} is a {kind}, by its first bytes; {ReadKinds}. Unpack it first.");

    [DoesNotReturn]
    internal static void FileKindUnknown(string path, string suffix)
        => throw new BarFormatException(
            $"{path} has {(suffix.Length == 0 ? "no suffix" : $"the suffix {suffix}")} and does not start as an Arrow IPC file or stream; {ReadKinds}. Convert it, or rename it to .csv if it is one.");

    [DoesNotReturn]
    internal static void ColumnMissing(string path, string preset, IReadOnlyList<string> wanted, IReadOnlyList<string> found)
        => throw new BarFormatException(
            $"{path} has no column {string.Join(" or ", wanted)}; a bar file needs it, as the preset {preset} names it.{Nearest(wanted[0], found)} It has {Listed(found)}. Rename or add the column, or pass the preset that names it so.");

    [DoesNotReturn]
    internal static void StampColumnMissing(string path, string preset, bool hasDate, IReadOnlyList<string> wanted, IReadOnlyList<string> found)
        => throw new BarFormatException(
            $"{path} has {(hasDate ? "a column date but no column" : "no column")} {string.Join(" or ", wanted)}; a bar file needs the stamp in one column, or the date and the time in two, as the preset {preset} names them."
            + $"{Nearest(wanted[0], found)} It has {Listed(found)}. Rename or add the column, or pass the preset that names it so.");

    [DoesNotReturn]
    internal static void ColumnTwice(string path, string name, int first, int second)
        => throw new BarFormatException(
            $"{path} has two columns named {name}, number {first} and number {second}; which one is meant cannot be told. Remove or rename one.");

    [DoesNotReturn]
    internal static void CsvMalformed(string place, Exception cause)
        => throw new BarFormatException($"{place} is not well-formed CSV: {cause.Message} Correct the line.", cause);

    [DoesNotReturn]
    internal static void CellNotANumber(string place, string column, ReadOnlySpan<byte> text)
        => throw new BarFormatException($"{place} has {Quoted(text)} in column {column}; a number is needed, or an empty cell or NaN for a missing value. Correct the cell.");

    [DoesNotReturn]
    internal static void NotAStamp(string place, string column, ReadOnlySpan<byte> text)
        => throw new BarFormatException(
            $"{place} has {Quoted(text)} in column {column}; a full stamp looks like 2024-06-14 09:31:00 (a zone may follow), 20240614093100 or an epoch, a date like 2024-06-14 or 20240614, a time like 09:31:00 or 93100, in the years 1970..2999. Correct the cell.");

    [DoesNotReturn]
    internal static void StampWithSeconds(string place, string column, ReadOnlySpan<byte> text)
        => throw new BarFormatException($"{place} has {Quoted(text)} in column {column}; the stamp of a minute bar has 0 seconds. Round the stamps, or give minute bars.");

    [DoesNotReturn]
    internal static void CodeUnusable(string place, string column, ReadOnlySpan<byte> text)
        => throw new BarFormatException(
            $"{place} has {(Utf8.IsValid(text) ? "a blank" : "bytes that are not UTF-8 as its")} stock code in column {column}; every row needs a code in UTF-8. Write the code, or remove the row.");

    [DoesNotReturn]
    internal static void TooManyStockDays(int found, int most)
        => throw new BarFormatException(string.Create(
            CultureInfo.InvariantCulture, $"The bar files hold {found} stock-days; one call loads {most} at most. Load fewer days at a time."));

    [DoesNotReturn]
    internal static void RowsDiffer(string code, string stamp, string first, string second, string field, double firstValue, double secondValue)
        => throw new BarFormatException(string.Create(
            CultureInfo.InvariantCulture,
            $"{code} at {stamp} stands in two rows that differ, {first} and {second}: {field} is {firstValue:R} and {secondValue:R}. One row per stock and minute is needed; remove one, or say which to keep (--on duplicate=first or duplicate=last)."));

    [DoesNotReturn]
    internal static void RowTwice(string code, string stamp, string first, string second)
        => throw new BarFormatException(
            $"{code} at {stamp} stands in two equal rows, {first} and {second}, and duplicates are asked to be an error. Remove one, or ask for another way (--on duplicate=first).");

    [DoesNotReturn]
    internal static void StampOutsideDay(string place, string stamp)
        => throw new BarFormatException(
            $"{place} is stamped {stamp}, before 09:15, after 15:00 or on a weekend, and such rows are asked to be an error. Remove the row, or let such rows be dropped (without --on outside=error).");

    [DoesNotReturn]
    internal static void BarInvalid(string place, string field, double value)
        => throw new BarFormatException(string.Create(
            CultureInfo.InvariantCulture,
            $"{place}: {field} is {value:R}, which no bar can have, and invalid bars are asked to be an error. Correct the row, or let the bar be invalid (without --on invalid=error)."));

    private static string Nearest(string name, IReadOnlyList<string> found)
        => NearestName.Of(name, found) is string nearest ? $" The nearest name is {Cut(nearest)}." : "";

    private static string Listed(IReadOnlyList<string> names)
    {
        if (names.Count == 0)
        {
            return "no columns";
        }

        string shown = string.Join(", ", names.Take(ShownNames).Select(Cut));
        return names.Count <= ShownNames ? $"the columns {shown}" : $"the columns {shown} and {names.Count - ShownNames} more";
    }

    private static string Cut(string name) => name.Length > ShownChars ? $"{name[..ShownChars]}..." : name;

    private static string Quoted(ReadOnlySpan<byte> text)
        => text.IsEmpty ? "nothing" : $"\"{Encoding.UTF8.GetString(text[..Math.Min(text.Length, ShownBytes)])}{(text.Length > ShownBytes ? "..." : "")}\"";
}
