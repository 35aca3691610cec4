using System;
using System.Buffers.Binary;
using System.IO;
using System.Linq;
using System.Text;
using FactorGpu.Arrow.Ipc;
using Xunit;

namespace FactorGpu.Tests.Arrow.Ipc;

/// <summary>Reads the integration files of the Arrow project, by other writers, and compares every column of texts, numbers, dates and times.</summary>
public sealed class IntegrationTests
{
    [Theory]
    [InlineData("1.0.0-littleendian", "arrow_file", 250)]
    [InlineData("1.0.0-littleendian", "stream", 250)]
    [InlineData("cpp-21.0.0", "arrow_file", 300)]
    [InlineData("cpp-21.0.0", "stream", 300)]
    [InlineData("2.0.0-compression", "arrow_file", 12)]
    [InlineData("2.0.0-compression", "stream", 12)]
    public void Columns_OfEveryFile_HaveTheValuesOfItsJson(string folder, string suffix, int least)
    {
        Requirement.Codecs();
        int compared = 0;

        foreach (string json in Directory.EnumerateFiles(Path.Combine(Requirement.Shared(), "arrow/integration", folder), "*.json.gz"))
        {
            compared += Compare(json, json.Replace("json.gz", suffix, StringComparison.Ordinal));
        }

        Assert.True(compared >= least, $"{compared} columns of batches were compared; {least} or more are there.");
    }

    [Theory]
    [InlineData("generated_primitive.arrow_file")]
    [InlineData("generated_primitive.stream")]
    public void BigEndianFile_IsRefusedByName(string name)
    {
        string path = Path.Combine(Requirement.Shared(), "arrow/integration/1.0.0-bigendian", name);

        string message = BarFolder.Refusal(path);

        Assert.StartsWith($"{path} has big-endian numbers; little-endian ones are read.", message, StringComparison.Ordinal);
    }

    private static int Compare(string json, string path)
    {
        using var expected = new IntegrationJson(json);
        using ArrowFile file = ArrowFile.Open(path);
        Assert.Equal(expected.ColumnNames, file.Fields.Select(field => field.Name));
        Assert.Equal(expected.BatchCount, file.Batches.Length);
        int compared = 0;
        for (int batch = 0; batch < file.Batches.Length; batch++)
        {
            for (int column = 0; column < file.Fields.Length; column++)
            {
                if (expected.Column(batch, column) is { } values)
                {
                    Assert.True(values.SequenceEqual(Read(file.Batches[batch], file.Fields[column])), $"{path}, batch {batch}, column {file.Fields[column].Name}");
                    compared++;
                }
            }
        }

        return compared;
    }

    private static object?[] Read(ArrowBatch batch, ArrowField field)
    {
        ArrowColumn column = batch.Column(field);
        if (field.Type.IsNumber)
        {
            double[] numbers = new double[column.RowCount];
            ArrowNumbers.Read(column, numbers);
            return [.. numbers.Select(number => double.IsNaN(number) ? null : (object?)number)];
        }

        int[] rows = [.. Enumerable.Range(0, column.RowCount)];
        if (field.Encoding is not null)
        {
            ArrowIndices.Read(column, rows);
        }

        return [.. rows.Select(row => row < 0 ? null : field.Encoding is null ? Value(column, row) : Value(column.Dictionary!.Find(field, row, out int own), own))];
    }

    private static object? Value(ArrowColumn column, int row)
    {
        if (!ArrowColumn.IsValid(column.Validity, row))
        {
            return null;
        }

        if (column.Type.IsText)
        {
            return Encoding.UTF8.GetString(new ArrowTexts(column)[row]);
        }

        bool isNarrow = column.Type.Kind is ArrowTypeKind.Date32 or ArrowTypeKind.Time32;
        return isNarrow
            ? (long)BinaryPrimitives.ReadInt32LittleEndian(column.Elements(1, column.RowCount, sizeof(int))[(row * sizeof(int))..])
            : BinaryPrimitives.ReadInt64LittleEndian(column.Elements(1, column.RowCount, sizeof(long))[(row * sizeof(long))..]);
    }
}
