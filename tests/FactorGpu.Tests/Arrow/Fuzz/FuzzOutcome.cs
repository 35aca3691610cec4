using System;
using System.Collections.Immutable;
using FactorGpu.Arrow;
using FactorGpu.Arrow.Ipc;
using FactorGpu.Bars;
using FactorGpu.Errors;

namespace FactorGpu.Tests.Arrow.Fuzz;

/// <summary>What the reader of bars did with a file.</summary>
/// <param name="IsOpened">True when all of its metadata was accepted.</param>
/// <param name="Rows">Rows read; -1 when it was refused.</param>
/// <param name="Words">What it was refused with.</param>
/// <param name="Fault">What was thrown that is no refusal.</param>
/// <param name="AllocatedBytes">Managed memory that opening and reading took, all of it together.</param>
internal sealed record FuzzOutcome(bool IsOpened, int Rows, string Words, Exception? Fault, long AllocatedBytes)
{
    /// <summary>Reads a file with all of its values. Nothing else may run beside it, or its memory counts too.</summary>
    internal static FuzzOutcome Of(string path)
    {
        long before = GC.GetTotalAllocatedBytes();
        bool isOpened = false;
        int rows = -1;
        string words = "";
        Exception? fault = null;
        try
        {
            using ArrowFile file = ArrowFile.Open(path);
            isOpened = true;
            Decode(file);
        }
        catch (BarFormatException)
        {
            // Reading says it again.
        }
        catch (Exception e)
        {
            fault = e;
        }

        try
        {
            using LoadedBars bars = BarReader.Read([path], new BarReadOptions());
            Touch(bars.Days);
            rows = bars.Files[0].Rows;
        }
        catch (BarFormatException e)
        {
            words = e.Message;
        }
        catch (Exception e)
        {
            fault = e;
        }

        return new FuzzOutcome(isOpened, rows, words, fault, GC.GetTotalAllocatedBytes() - before);
    }

    /// <summary>Decodes every column of a type that is read, whether a bar needs it or not.</summary>
    private static void Decode(ArrowFile file)
    {
        foreach (ArrowBatch batch in file.Batches)
        {
            foreach (ArrowField field in file.Fields)
            {
                try
                {
                    Decode(batch.Column(field));
                }
                catch (BarFormatException)
                {
                    // The next column may be whole.
                }
            }
        }
    }

    private static void Decode(ArrowColumn column)
    {
        if (column.Type.IsNumber && column.Type.Kind != ArrowTypeKind.Null)
        {
            column.RefuseRowsWithoutBytes();
            ArrowNumbers.Read(column, new double[column.RowCount]);
        }
        else if (column.Type.IsText)
        {
            column.RefuseRowsWithoutBytes();
            new ArrowInts(Lengths).Read(column, new int[column.RowCount]);
        }
    }

    private static void Lengths(ArrowColumn column, int firstRow, Span<int> lengths)
    {
        var texts = new ArrowTexts(column);
        for (int i = 0; i < lengths.Length; i++)
        {
            lengths[i] = texts[firstRow + i].Length;
        }
    }

    /// <summary>Uses every value, those that stay in the file too.</summary>
    private static void Touch(ImmutableArray<DayTensor> days)
    {
        foreach (DayTensor day in days)
        {
            foreach (BarField field in BarFields.All)
            {
                day.Field(field).IndexOf(double.NegativeInfinity);
            }

            for (int s = 0; s < day.Shape.S; s++)
            {
                day.ValidBars(s, BarRequirements.Vwap);
            }
        }
    }
}
