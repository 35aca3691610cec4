using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace FactorGpu.Errors;

/// <content>Arrow files in the dense layout.</content>
internal static partial class Throw
{
    [DoesNotReturn]
    internal static void DenseListSize(string path, string column, int found, int needed)
        => throw new BarFormatException(string.Create(
            CultureInfo.InvariantCulture,
            $"{path} has a column {column} of lists of {found} values; in the dense layout a list holds the {needed} slots of a day (09:25, 09:30..11:29, 13:00..14:59, 15:00). Write one value per slot, NaN where there is none."));

    [DoesNotReturn]
    internal static void DenseTickMissing(string path, string key, string column, IEnumerable<string> columns)
        => throw new BarFormatException(
            $"{path} has prices in ticks of the column {column} (its schema says {key} = {column}), and no such column; it has {string.Join(", ", columns)}. Write the tick of each stock, CNY, into {column}, or prices in CNY without that key.");

    [DoesNotReturn]
    internal static void DenseTick(string path, string column, double tick, string code, int row)
        => throw new BarFormatException(string.Create(
            CultureInfo.InvariantCulture,
            $"{path} has a tick of {tick} for {code} in row {row} (counted from 0) of column {column}; a tick is a finite number of CNY above 0. Write 0.01, 0.001 for a fund, or 1 where prices are in CNY."));

    [DoesNotReturn]
    internal static void SingleIsDense(string path)
        => throw new FactorGpuException(
            $"Bars were asked for in {path} in single precision in the long layout, which holds float64 alone. Ask for the dense layout, or for double precision.");

    [DoesNotReturn]
    internal static void DenseStockTwice(string path, string batch, string code, int first, int second)
        => throw new BarFormatException(string.Create(
            CultureInfo.InvariantCulture, $"{path} has {code} twice in its {batch}, in rows {first} and {second} (counted from 0); a day has one row per stock. Remove one."));

    [DoesNotReturn]
    internal static void DenseDatesDiffer(string path, string batch, DateOnly first, int firstRow, DateOnly second, int secondRow)
        => throw new BarFormatException(string.Create(
            CultureInfo.InvariantCulture,
            $"{path} has two dates in its {batch}: {first:yyyy-MM-dd} in row {firstRow} and {second:yyyy-MM-dd} in row {secondRow} (counted from 0); in the dense layout a record batch is one day. Write one record batch per date."));

    [DoesNotReturn]
    internal static void DenseDateTwice(string path, DateOnly date, string first, string second)
        => throw new BarFormatException(string.Create(
            CultureInfo.InvariantCulture,
            $"{path} has {date:yyyy-MM-dd} in its {first} and again in its {second}; in the dense layout a day is one record batch, with all its stocks. Put the stocks of that date into one record batch."));

    [DoesNotReturn]
    internal static void DateInTwoFiles(DateOnly date, string first, string second)
        => throw new BarFormatException(string.Create(
            CultureInfo.InvariantCulture,
            $"{date:yyyy-MM-dd} stands in {first} and in {second}, one of which is in the dense layout; a dense day is taken as it is, with all its stocks, and cannot be put together with others. Leave one file out, or put the stocks of that date into one."));
}
