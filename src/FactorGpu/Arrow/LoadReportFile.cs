using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Threading;
using FactorGpu.Bars;

namespace FactorGpu.Arrow;

/// <summary>Writes load reports as JSON: what each file held, by what it was read, and how often each thing was done to its rows.</summary>
internal static class LoadReportFile
{
    /// <summary>Writes the reports of one call.</summary>
    /// <param name="files">One report a file.</param>
    /// <param name="path">The file to write.</param>
    internal static void Write(ImmutableArray<BarFileReport> files, string path) => OutputFile.Write(
        "The load report",
        path,
        stream =>
        {
            // Paths and preset names may be Chinese; the file is nobody's HTML.
            var options = new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
            using var json = new Utf8JsonWriter(stream, options);
            json.WriteStartObject();
            json.WriteStartArray("files");
            foreach (BarFileReport file in files)
            {
                WriteFile(json, file);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        },
        CancellationToken.None);

    private static void WriteFile(Utf8JsonWriter json, BarFileReport file)
    {
        json.WriteStartObject();
        json.WriteString("path", file.Path);
        json.WriteString("layout", file.IsDense ? "dense" : "long");
        json.WriteNumber("rows", file.Rows);
        json.WriteNumber("stocks", file.Stocks);
        json.WriteNumber("days", file.Days);
        WriteReading(json, file.Reading);
        WriteTexts(json, "lackingFields", file.LackingFields.Select(BarFields.Name));
        json.WriteStartObject("counts");
        foreach ((string name, int count) in file.Counts)
        {
            json.WriteNumber(name, count);
        }

        json.WriteEndObject();
        WriteTexts(json, "firstOutside", file.FirstOutside);
        json.WriteEndObject();
    }

    private static void WriteReading(Utf8JsonWriter json, BarFileReading reading)
    {
        json.WriteString("preset", reading.Preset);
        WriteTexts(json, "evidence", reading.Evidence);
        json.WriteString("volumeUnit", reading.VolumeUnit == VolumeUnit.Lot ? "lot" : "share");
        json.WriteString("volumeEvidence", reading.VolumeEvidence);
        json.WriteNumber("rewrittenCodes", reading.RewrittenCodes);
        WriteTexts(json, "unknownCodes", reading.UnknownCodes);
        WriteTexts(json, "notes", reading.Notes);
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
