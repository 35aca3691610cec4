using System.Collections.Immutable;
using System.IO;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace FactorGpu.Arrow.Inspection;

/// <summary>Writes what was found in a file as JSON.</summary>
internal static class InspectionJson
{
    internal static void Write(FileInspection inspection, string path, Stream output)
    {
        // Paths and codes may be Chinese; the file is nobody's HTML.
        var options = new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using var json = new Utf8JsonWriter(output, options);
        json.WriteStartObject();
        json.WriteString("path", path);
        json.WriteString("finding", inspection.Finding);
        WriteReading(json, inspection.Report);
        json.WriteStartArray("faults");
        foreach (FoundFault found in inspection.Faults)
        {
            Write(json, found);
        }

        json.WriteEndArray();
        json.WriteStartArray("days");
        foreach (CoveragePicture day in inspection.Pictures)
        {
            json.WriteStartObject();
            json.WriteString("date", FaultPlaces.Date(day.Date));
            json.WriteNumber("stocks", day.Codes.Length);
            json.WriteNumber("bars", day.Bars);
            json.WriteNumber("faultyBars", day.FaultyBars);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteReading(Utf8JsonWriter json, BarFileReport? report)
    {
        if (report is null)
        {
            json.WriteNull("preset");
            return;
        }

        json.WriteString("preset", report.Reading.Preset);
        json.WriteString("volumeUnit", report.Reading.VolumeUnit == VolumeUnit.Lot ? "lot" : "share");
        json.WriteNumber("rows", report.Rows);
        json.WriteNumber("stocks", report.Stocks);
    }

    private static void Write(Utf8JsonWriter json, FoundFault found)
    {
        json.WriteStartObject();
        json.WriteString("code", found.Fault.Code);
        json.WriteString("severity", found.Fault.Severity.ToString().ToLowerInvariant());
        json.WriteNumber("count", found.Count);
        json.WriteString("title", found.Fault.Title);
        WritePlaces(json, found.FirstPlaces);
        json.WriteString("compute", found.Fault.Effect);
        json.WriteString("option", found.Fault.Option.Length == 0 ? null : found.Fault.Option);
        json.WriteEndObject();
    }

    private static void WritePlaces(Utf8JsonWriter json, ImmutableArray<string> places)
    {
        json.WriteStartArray("first");
        foreach (string place in places)
        {
            json.WriteStringValue(place);
        }

        json.WriteEndArray();
    }
}
