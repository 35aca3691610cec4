using System;
using System.Globalization;
using System.IO;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace FactorGpu.Cli;

/// <summary>Results as JSON: one object, which begins with what they were made with. Numbers are shortest round-trip; what is no number in JSON is the text NaN or Infinity.</summary>
internal static class JsonText
{
    private static readonly JsonWriterOptions s_options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The object, UTF-8, ended by a line feed.</summary>
    internal static byte[] Make(Action<Utf8JsonWriter> writeProperties)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, s_options))
        {
            json.WriteStartObject();
            MachineFacts.Write(json);
            writeProperties(json);
            json.WriteEndObject();
        }

        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }

    /// <summary>A number that may be missing, NaN or infinite.</summary>
    internal static void WriteValue(Utf8JsonWriter json, string name, double? value)
    {
        if (value is not { } number)
        {
            json.WriteNull(name);
        }
        else if (double.IsFinite(number))
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteString(name, number.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>A list of objects.</summary>
    internal static void WriteList<TItem>(Utf8JsonWriter json, string name, ReadOnlySpan<TItem> items, Action<TItem> writeProperties)
    {
        json.WriteStartArray(name);
        foreach (TItem item in items)
        {
            json.WriteStartObject();
            writeProperties(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
