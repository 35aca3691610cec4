using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using FactorGpu.Arrow;
using FactorGpu.Arrow.Ipc;
using FactorGpu.Arrow.Presets;
using FactorGpu.Errors;
using Xunit;

namespace FactorGpu.Tests.Arrow.Ipc;

/// <summary>One integration file of the Arrow project: its columns of types that are read are compared with its JSON, the others must be refused by name.</summary>
internal sealed class ConformanceCase
{
    private const string PresetName = "of_one_column.json";

    private readonly string _path;
    private readonly List<ConformanceColumn> _columns = [];

    private ConformanceCase(string path) => _path = path;

    /// <summary>Folder and name of the case, without the suffix: "cpp-21.0.0/primitive".</summary>
    internal string Name => $"{Path.GetFileName(Path.GetDirectoryName(_path))}/{Path.GetFileNameWithoutExtension(_path)["generated_".Length..]}";

    internal IReadOnlyList<ConformanceColumn> Columns => _columns;

    /// <summary>What the file as a whole is refused with, after its name; null when it is opened.</summary>
    internal string? Refusal { get; private set; }

    /// <summary>Reads all columns of a file.</summary>
    /// <param name="path">A file or a stream; its JSON lies beside it.</param>
    /// <param name="folder">A folder for presets.</param>
    internal static ConformanceCase Of(string path, string folder)
    {
        var own = new ConformanceCase(path);
        try
        {
            using ArrowFile file = ArrowFile.Open(path);
            using var expected = new IntegrationJson($"{path[..path.LastIndexOf('.')]}.json.gz");
            Assert.Equal(expected.ColumnNames, file.Fields.Select(field => field.Name));
            Assert.Equal(expected.BatchCount, file.Batches.Length);
            for (int column = 0; column < file.Fields.Length; column++)
            {
                own._columns.Add(IsRead(file.Fields[column].Type) ? own.Compare(file, column, expected) : own.Refused(file, column, folder));
            }
        }
        catch (BarFormatException e)
        {
            own.Refusal = e.Message[(path.Length + 1)..];
        }

        return own;
    }

    /// <summary>What the reader of bars takes for a code, a stamp, a date, a time of day or a number.</summary>
    private static bool IsRead(ArrowType type) => type.IsText || type.IsNumber || type.IsDate || type.IsTimeOfDay || type.Kind == ArrowTypeKind.Timestamp;

    private ConformanceColumn Compare(ArrowFile file, int column, IntegrationJson expected)
    {
        ArrowField field = file.Fields[column];
        int values = 0;
        int nulls = 0;
        for (int batch = 0; batch < file.Batches.Length; batch++)
        {
            object?[] wanted = expected.Column(batch, column)!;
            object?[] found = Read(file.Batches[batch], field);
            Assert.True(wanted.Length == found.Length, $"{_path}, batch {batch}, column {field.Name}: {wanted.Length} rows are expected, {found.Length} are read.");
            for (int row = 0; row < wanted.Length; row++)
            {
                Assert.True(Equals(wanted[row], found[row]), $"{_path}, batch {batch}, column {field.Name}, row {row}: {wanted[row] ?? "null"} is expected, {found[row] ?? "null"} is read.");
            }

            values += wanted.Length;
            nulls += wanted.Count(value => value is null);
        }

        return new ConformanceColumn(field.TypeName, values, nulls, Refusal: null);
    }

    /// <summary>The column asked for as every part of a bar: what the file is refused with.</summary>
    private ConformanceColumn Refused(ArrowFile file, int column, string folder)
    {
        ArrowField field = file.Fields[column];
        string path = _path;
        if (file.Fields.Count(other => other.Name == field.Name) > 1)
        {
            path = WithUniqueNames(field.Name, folder);
            using ArrowFile copy = ArrowFile.Open(path);
            field = copy.Fields[column];
        }

        string preset = Path.Combine(folder, PresetName);
        IEnumerable<string> roles = PresetColumns.Keys.Where(key => key is not ("date" or "time" or "exchange")).Select(key => $"\"{key}\": [{System.Text.Json.JsonSerializer.Serialize(field.Name)}]");
        File.WriteAllText(preset, $$"""{ "columns": { {{string.Join(", ", roles)}} }, "label": "start", "stamps": ["09:30-11:29"] }""");

        string message = Assert.Throws<BarFormatException>(() => BarReader.Read([path], new BarReadOptions { Preset = preset })).Message;

        string words = $"has a column {field.Name} of type {field.TypeName}; it is read as ";
        Assert.True(message.StartsWith($"{path} {words}", StringComparison.Ordinal), message);
        return new ConformanceColumn(field.TypeName, 0, 0, $"has a column ... of type {field.TypeName}");
    }

    /// <summary>A copy in which columns that share a name end in digits.</summary>
    private string WithUniqueNames(string name, string folder)
    {
        byte[] bytes = File.ReadAllBytes(_path);
        byte[] pattern = [.. BitConverter.GetBytes(name.Length), .. Encoding.UTF8.GetBytes(name), 0];
        byte digit = (byte)'0';
        for (int at = bytes.AsSpan().IndexOf(pattern); at >= 0; at = bytes.AsSpan().IndexOf(pattern))
        {
            bytes[at + pattern.Length - 2] = digit++;
        }

        string path = Path.Combine(folder, $"unique{Path.GetExtension(_path)}");
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>The values of a column as the reader of bars has them; null where there is none.</summary>
    private static object?[] Read(ArrowBatch batch, ArrowField field)
    {
        ArrowColumn column = batch.Column(field);
        int[] rows = [.. Enumerable.Range(0, column.RowCount)];
        if (field.Encoding is not null)
        {
            ArrowIndices.Read(column, rows);
        }

        double[] numbers = new double[field.Type.IsNumber ? column.RowCount : 0];
        if (field.Type.IsNumber)
        {
            ArrowNumbers.Read(column, numbers);
        }

        object?[] values = new object?[rows.Length];
        for (int row = 0; row < rows.Length; row++)
        {
            ArrowColumn? stored = rows[row] < 0 ? null : field.Encoding is null ? column : column.Dictionary!.Find(field, rows[row], out rows[row]);
            bool isNull = stored is null || stored.Type.Kind == ArrowTypeKind.Null || !ArrowColumn.IsValid(stored.Validity, rows[row]);
            Assert.False(isNull && numbers.Length > 0 && !double.IsNaN(numbers[row]), $"row {row} of {field.Name} is null, and read as {numbers.ElementAtOrDefault(row)}.");
            values[row] = isNull ? null : numbers.Length > 0 ? Number(stored!, rows[row], numbers[row]) : Value(stored!, rows[row]);
        }

        return values;
    }

    /// <summary>A number; one of an integer also exactly, as codes and stamps have it.</summary>
    private static object Number(ArrowColumn column, int row, double number)
    {
        if (column.Type.IsInteger)
        {
            Assert.Equal((double)ArrowIntegers.Read(column, row, 1)[0], number);
            return (Int128)ArrowIntegers.Read(column, row, 1)[0];
        }

        return number;
    }

    private static object Value(ArrowColumn column, int row)
    {
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
