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
    private const int ShownNames = 30;

    [DoesNotReturn]
    internal static void FileMissing(string path)
        => throw new BarFormatException($"{path} was given as a bar file; there is no file of that name. Check the path.");

    [DoesNotReturn]
    internal static void FileIsDirectory(string path)
        => throw new BarFormatException($"{path} was given as a bar file; it is a directory. Name the files in it.");

    [DoesNotReturn]
    internal static void FileEmpty(string path)
        => throw new BarFormatException($"{path} was given as a bar file; it is empty (0 bytes). Write it again, or leave it out.");

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
    internal static void ColumnMissing(string path, string name, IReadOnlyList<string> found)
        => throw new BarFormatException($"{path} has no column {name}; a bar file needs it.{Nearest(name, found)} It has {Listed(found)}. Rename or add the column.");

    [DoesNotReturn]
    internal static void StampColumnMissing(string path, bool hasDate, IReadOnlyList<string> found)
        => throw new BarFormatException(
            $"{path} has {(hasDate ? "a column date but no column time" : "no column datetime or time")}; a bar file needs the stamp in datetime, in time, or in date and time."
            + $"{Nearest(hasDate ? "time" : "datetime", found)} It has {Listed(found)}. Rename or add the column.");

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
            $"{place} has {Quoted(text)} in column {column}; a full stamp looks like 2024-06-14 09:31:00 (a zone may follow), a date like 2024-06-14, a time like 09:31:00, in the years 1970..2999. Correct the cell.");

    [DoesNotReturn]
    internal static void StampWithSeconds(string place, string column, ReadOnlySpan<byte> text)
        => throw new BarFormatException($"{place} has {Quoted(text)} in column {column}; the stamp of a minute bar has 0 seconds. Round the stamps, or give minute bars.");

    [DoesNotReturn]
    internal static void CodeUnusable(string place, string column, ReadOnlySpan<byte> text)
        => throw new BarFormatException(
            $"{place} has {(Utf8.IsValid(text) ? "a blank" : "bytes that are not UTF-8 as its")} stock code in column {column}; every row needs a code in UTF-8. Write the code, or remove the row.");

    [DoesNotReturn]
    internal static void ConventionFitsBoth(string path, string stamps)
        => throw new BarFormatException(
            $"{path} has bars stamped {stamps}; these may be starts of minutes (canonical) as well as ends (end240), which cannot be told apart without 09:25, 09:30, 11:30 or 13:00. "
            + "Pass the convention (--preset canonical or --preset end240).");

    [DoesNotReturn]
    internal static void ConventionFitsNeither(string path, string stamps, string notCanonical, string notEnd240)
        => throw new BarFormatException(
            $"{path} has bars stamped {stamps}; canonical bars (09:25, 09:30..11:29, 13:00..14:59, 15:00) do not have {notCanonical}, end240 bars (09:31..11:30, 13:01..15:00) do not have {notEnd240}. "
            + "Remove the rows at the stamps outside, or restamp them, and pass the convention (--preset canonical or --preset end240).");

    [DoesNotReturn]
    internal static void StampsHoursOff(string path, string stamps, int hours)
        => throw new BarFormatException($"{path} has bars stamped {stamps}; no bars of the exchange have these stamps. {HoursHint(hours)}");

    [DoesNotReturn]
    internal static void StampOutsideConvention(string place, string stamp, string convention, int hours)
        => throw new BarFormatException(
            $"{place} is stamped {stamp}; the convention asked for, {convention}, has no bar with that stamp. "
            + (hours == 0 ? "Remove or restamp such rows, or pass the other convention (--preset canonical or --preset end240)." : HoursHint(hours)));

    [DoesNotReturn]
    internal static void TooManyStocks(DateOnly date, int found, int most)
        => throw new BarFormatException(string.Create(
            CultureInfo.InvariantCulture, $"The bar files of {date:yyyy-MM-dd} name {found} stocks; a day tensor holds {most} at most. Check the column code, or load fewer stocks."));

    [DoesNotReturn]
    internal static void RowsDiffer(string code, string stamp, string first, string second, string field, double firstValue, double secondValue)
        => throw new BarFormatException(string.Create(
            CultureInfo.InvariantCulture,
            $"{code} at {stamp} stands in two rows that differ, {first} and {second}: {field} is {firstValue:R} and {secondValue:R}. One row per stock and minute is needed; remove one."));

    private static string HoursHint(int hours)
        => hours > 0
            ? "Shifted by +8 h they would fit: they look like UTC without a zone. Write them with their zone, or add 8 hours."
            : "Shifted by -8 h they would fit: the offset of the exchange was added twice. Subtract 8 hours.";

    private static string Nearest(string name, IReadOnlyList<string> found)
        => NearestName.Of(name, found) is string nearest ? $" The nearest name is {nearest}." : "";

    private static string Listed(IReadOnlyList<string> names)
    {
        if (names.Count == 0)
        {
            return "no columns";
        }

        string shown = string.Join(", ", names.Take(ShownNames));
        return names.Count <= ShownNames ? $"the columns {shown}" : $"the columns {shown} and {names.Count - ShownNames} more";
    }

    private static string Quoted(ReadOnlySpan<byte> text)
        => text.IsEmpty ? "nothing" : $"\"{Encoding.UTF8.GetString(text[..Math.Min(text.Length, ShownBytes)])}{(text.Length > ShownBytes ? "..." : "")}\"";
}
