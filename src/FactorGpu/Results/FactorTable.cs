using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading;
using FactorGpu.Bars;
using FactorGpu.Errors;

namespace FactorGpu.Results;

/// <summary>Factor values of stock-days: K columns, one row per stock and day, rows by date and then code (ordinal).</summary>
public sealed class FactorTable
{
    private readonly double[] _values;

    private FactorTable(ImmutableArray<string> factors, ImmutableArray<StockDay> rows, double[] values)
    {
        Factors = factors;
        Rows = rows;
        _values = values;
    }

    /// <summary>Ids of the factors [K], in the order asked.</summary>
    public ImmutableArray<string> Factors { get; }

    /// <summary>The stock-days, one per row.</summary>
    public ImmutableArray<StockDay> Rows { get; }

    /// <summary>Values of one factor, one per row; NaN where it has none, never infinite.</summary>
    /// <param name="k">Position of the factor, 0..K-1.</param>
    public ReadOnlySpan<double> Column(int k) => _values.AsSpan(k * Rows.Length, Rows.Length);

    /// <summary>Values of one factor, one per row; NaN where it has none, never infinite.</summary>
    /// <param name="factor">Id of the factor.</param>
    /// <exception cref="FactorDefinitionException">The table has no such factor.</exception>
    public ReadOnlySpan<double> Column(string factor)
    {
        int k = Factors.IndexOf(factor, StringComparer.Ordinal);
        if (k < 0)
        {
            Throw.NoSuchColumn(factor, NearestName.Of(factor, Factors)!);
        }

        return Column(k);
    }

    /// <summary>Writes the table to a file, whole or not at all; the suffix says the format.</summary>
    /// <param name="path">
    /// Path ending in .csv, in .arrow, .feather or .ipc (Arrow IPC file) or in .arrows (Arrow IPC stream); an existing file is replaced.
    /// Arrow columns are <c>code</c> (utf8), <c>date</c> (date32), then the factors (float64, NaN as null), uncompressed.
    /// </param>
    /// <param name="cancellation">Ends the writing early; then no file is left, and one that was there before stays.</param>
    /// <exception cref="FactorGpuException">The suffix is not known, or the file cannot be written.</exception>
    /// <exception cref="OperationCanceledException">Cancellation was asked for.</exception>
    public void Save(string path, CancellationToken cancellation = default) => FactorTableFile.Write(this, path, cancellation);

    /// <summary>Writes the table as CSV: <c>code</c>, <c>date</c> (yyyy-MM-dd), then the factors; shortest round-trip numbers, NaN empty, UTF-8, lines end in LF.</summary>
    /// <param name="output">Where to write; left open.</param>
    public void WriteCsv(Stream output) => FactorTableCsv.Write(this, output);

    /// <summary>Hands the table to another Arrow library in the process, through the Arrow C stream interface. Values are not copied.</summary>
    /// <param name="stream">
    /// Address of an allocated struct ArrowArrayStream, whose content is overwritten. Columns are those of <see cref="Save"/>; a record batch has 65536 rows at most.
    /// </param>
    /// <exception cref="ArgumentNullException">The address is 0.</exception>
    /// <remarks>
    /// The stream belongs to the caller, who hands it on or calls its release callback; whoever reads it releases each record batch. The table stays as it is,
    /// and in memory until the last of them is released. The struct itself is the caller's to free.
    /// </remarks>
    public void ExportArrowStream(nint stream) => FactorTableArrow.Export(this, stream);

    /// <summary>The head of the table, to be looked at: shape, dates and count of NaN, then the first 10 rows of the first 6 factors to six digits, in columns of fixed width, and how many values of each of these factors are NaN.</summary>
    public override string ToString() => FactorTableText.Print(this);

    /// <summary>What <see cref="ToString"/> shows as one HTML table, for notebooks: codes and ids are escaped, and it needs no style sheet or script.</summary>
    public string ToHtml() => FactorTableHtml.Print(this);

    /// <summary>Values of one factor as memory, one per row.</summary>
    internal ReadOnlyMemory<double> ColumnMemory(int k) => _values.AsMemory(k * Rows.Length, Rows.Length);

    /// <summary>Makes a table of the results of several days.</summary>
    /// <param name="factors">Ids [K].</param>
    /// <param name="days">Each day with its values [K, S].</param>
    internal static FactorTable OfDays(ImmutableArray<string> factors, IReadOnlyList<(DayTensor Day, double[] Values)> days)
    {
        Source[] sources =
        [
            .. days
                .SelectMany(day => day.Day.Stocks.Codes.Select((code, s) => new Source(new StockDay(day.Day.Date, code), day.Values, day.Day.Stocks.Count, s)))
                .OrderBy(source => source.Row.Date)
                .ThenBy(source => source.Row.Code, StringComparer.Ordinal),
        ];
        double[] values = new double[factors.Length * sources.Length];
        for (int k = 0; k < factors.Length; k++)
        {
            CopyColumn(sources, k, values.AsSpan(k * sources.Length, sources.Length));
        }

        return new FactorTable(factors, [.. sources.Select(source => source.Row)], values);
    }

    private static void CopyColumn(Source[] sources, int k, Span<double> column)
    {
        for (int row = 0; row < column.Length; row++)
        {
            Source source = sources[row];
            column[row] = source.Values[(k * source.S) + source.Stock];
        }
    }

    /// <summary>Where the values of a row are: those of stock number <paramref name="Stock"/> in the values [K, S] of its day.</summary>
    private sealed record Source(StockDay Row, double[] Values, int S, int Stock);
}
