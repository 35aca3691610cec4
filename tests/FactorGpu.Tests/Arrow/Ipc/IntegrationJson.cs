using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using System.Text.Json;

namespace FactorGpu.Tests.Arrow.Ipc;

/// <summary>The expected content of an integration file of the Arrow project (its JSON format): texts, integers as Int128, other numbers as double, dates and times as long, null.</summary>
internal sealed class IntegrationJson : IDisposable
{
    private static readonly string[] s_times = ["date", "time", "timestamp"];
    private static readonly string[] s_texts = ["utf8", "largeutf8"];

    private readonly JsonDocument _document;

    internal IntegrationJson(string path)
    {
        using var unpacked = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        _document = JsonDocument.Parse(unpacked);
    }

    internal int BatchCount => Batches.GetArrayLength();

    internal string[] ColumnNames => [.. Fields.EnumerateArray().Select(own => own.GetProperty("name").GetString()!)];

    private JsonElement Fields => _document.RootElement.GetProperty("schema").GetProperty("fields");

    private JsonElement Batches => _document.RootElement.GetProperty("batches");

    public void Dispose() => _document.Dispose();

    /// <summary>The values of a column of a batch; null when it is of a type that holds neither texts nor numbers nor times.</summary>
    internal object?[]? Column(int batch, int column)
    {
        JsonElement field = Fields[column];
        JsonElement values = Batches[batch].GetProperty("columns")[column];
        if (!field.TryGetProperty("dictionary", out JsonElement encoding))
        {
            return Values(field.GetProperty("type"), values);
        }

        long id = encoding.GetProperty("id").GetInt64();
        JsonElement dictionary = _document.RootElement.GetProperty("dictionaries").EnumerateArray().First(own => own.GetProperty("id").GetInt64() == id);
        object?[]? entries = Values(field.GetProperty("type"), dictionary.GetProperty("data").GetProperty("columns")[0]);
        return entries is null ? null : [.. Rows(values).Select(row => row is { } index ? entries[int.Parse(Text(index), CultureInfo.InvariantCulture)] : null)];
    }

    private static object?[]? Values(JsonElement type, JsonElement column)
    {
        string name = type.GetProperty("name").GetString()!;
        return name switch
        {
            "null" => new object?[column.GetProperty("count").GetInt32()],
            "utf8view" => [.. Views(column)],
            _ when s_texts.Contains(name) => [.. Rows(column).Select(row => row is { } text ? (object?)text.GetString() : null)],
            _ when s_times.Contains(name) => [.. Rows(column).Select(row => row is { } time ? (object?)long.Parse(Text(time), CultureInfo.InvariantCulture) : null)],
            "int" => [.. Rows(column).Select(row => row is { } number ? (object?)Int128.Parse(Text(number), CultureInfo.InvariantCulture) : null)],
            "floatingpoint" or "decimal" => [.. Rows(column).Select(row => row is { } number ? (object?)Number(type, name, Text(number)) : null)],
            _ => null,
        };
    }

    private static double Number(JsonElement type, string name, string text)
    {
        string shifted = name == "decimal" ? $"{text}E{-type.GetProperty("scale").GetInt32()}" : text;
        bool isSingle = name == "floatingpoint" && type.GetProperty("precision").GetString() == "SINGLE";
        return isSingle ? float.Parse(shifted, CultureInfo.InvariantCulture) : double.Parse(shifted, CultureInfo.InvariantCulture);
    }

    private static IEnumerable<JsonElement?> Rows(JsonElement column)
        => column.GetProperty("DATA").EnumerateArray().Zip(
            column.GetProperty("VALIDITY").EnumerateArray(), (value, valid) => valid.GetInt32() != 0 ? (JsonElement?)value : null);

    private static IEnumerable<object?> Views(JsonElement column)
    {
        byte[][] buffers = [.. column.GetProperty("VARIADIC_DATA_BUFFERS").EnumerateArray().Select(buffer => Convert.FromHexString(buffer.GetString()!))];
        foreach ((JsonElement view, JsonElement valid) in column.GetProperty("VIEWS").EnumerateArray().Zip(column.GetProperty("VALIDITY").EnumerateArray()))
        {
            yield return valid.GetInt32() == 0 ? null
                : view.TryGetProperty("INLINED", out JsonElement text) ? text.GetString()
                : Encoding.UTF8.GetString(
                    buffers[view.GetProperty("BUFFER_INDEX").GetInt32()], view.GetProperty("OFFSET").GetInt32(), view.GetProperty("SIZE").GetInt32());
        }
    }

    private static string Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
}
