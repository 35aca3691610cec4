using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using FactorGpu.Arrow;
using FactorGpu.Arrow.CData.Native;
using FactorGpu.Arrow.Ipc;
using FactorGpu.Bars;

namespace FactorGpu.Results;

/// <summary>Writes factor tables as Arrow, uncompressed: <c>code</c> (utf8), <c>date</c> (date32), then the factors (float64, NaN as null).</summary>
internal static class FactorTableArrow
{
    /// <summary>Rows of a record batch, the last one aside: the usual number of other writers, and few enough for readers that take batches in parallel.</summary>
    private const int UsualBatchRows = 65536;

    private static readonly int s_epochDay = DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    internal static void Write(FactorTable table, Stream output, ArrowContainer container, int batchRows = UsualBatchRows)
    {
        var writer = new ArrowWriter(output, container, Schema(table), ArrowCompression.None);
        foreach (ArrowOutputBatch batch in Batches(table, batchRows))
        {
            writer.WriteBatch(batch.RowCount, batch.Columns);
        }

        writer.Finish();
    }

    /// <summary>Hands the table to another Arrow library in the process.</summary>
    /// <param name="table">The table, whose columns are not copied.</param>
    /// <param name="stream">Address of a struct ArrowArrayStream, which is overwritten.</param>
    /// <param name="batchRows">Rows of a record batch, the last one aside.</param>
    internal static void Export(FactorTable table, nint stream, int batchRows = UsualBatchRows) => ExportedStream.Export(stream, Schema(table), Batches(table, batchRows));

    private static ArrowOutputSchema Schema(FactorTable table)
    {
        ImmutableArray<ArrowOutputField> columns =
        [
            new("code", ArrowOutputType.Utf8),
            new("date", ArrowOutputType.Date32),
            .. table.Factors.Select(factor => new ArrowOutputField(factor, ArrowOutputType.Float64)),
        ];
        return new ArrowOutputSchema(columns, []);
    }

    private static IEnumerable<ArrowOutputBatch> Batches(FactorTable table, int batchRows)
    {
        for (int row = 0; row < table.Rows.Length; row += batchRows)
        {
            yield return Batch(table, row, Math.Min(batchRows, table.Rows.Length - row));
        }
    }

    private static ArrowOutputBatch Batch(FactorTable table, int first, int count)
        => new(
            count,
            [
                () => ArrowOutputColumn.Texts(Array.ConvertAll(Rows(table, first, count), row => row.Code)),
                () => ArrowOutputColumn.Of<int>(Array.ConvertAll(Rows(table, first, count), row => row.Date.DayNumber - s_epochDay)),
                .. Enumerable.Range(0, table.Factors.Length).Select(
                    k => new Func<ArrowOutputColumn>(() => ArrowOutputColumn.NaNAsNull(table.ColumnMemory(k).Slice(first, count)))),
            ]);

    private static StockDay[] Rows(FactorTable table, int first, int count) => table.Rows.AsSpan(first, count).ToArray();
}
