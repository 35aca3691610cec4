using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using FactorGpu.Compilation;
using FactorGpu.Expressions;
using FactorGpu.Verification;

namespace FactorGpu.Cli;

/// <summary>A verification with all that is needed to repeat it, as JSON: versions, machine, time, input files by hash, rule, results per factor.</summary>
/// <remarks>Numbers are shortest round-trip; what is no number in JSON is the text NaN or Infinity.</remarks>
internal static class VerificationCertificate
{
    private static readonly JsonWriterOptions s_options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The certificate, UTF-8.</summary>
    internal static byte[] Make(VerificationReport report, FactorProgram program, IEnumerable<string> inputs)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, s_options))
        {
            json.WriteStartObject();
            MachineFacts.Write(json);
            WriteInputs(json, inputs);
            json.WriteString("rule", VerificationReport.Rule);
            json.WriteNumber("days", report.Days);
            json.WriteNumber("stockDays", report.StockDays);
            json.WriteBoolean("isOut", report.IsOut);
            json.WriteStartArray("engines");
            foreach (EngineVerification engine in report.Engines)
            {
                WriteEngine(json, engine, program);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }

    private static void WriteInputs(Utf8JsonWriter json, IEnumerable<string> inputs)
    {
        json.WriteStartArray("inputs");
        foreach (string path in inputs)
        {
            using FileStream file = File.OpenRead(path);
            json.WriteStartObject();
            json.WriteString("path", path);
            json.WriteNumber("bytes", file.Length);
            json.WriteString("sha256", System.Convert.ToHexStringLower(SHA256.HashData(file)));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteEngine(Utf8JsonWriter json, EngineVerification engine, FactorProgram program)
    {
        json.WriteStartObject();
        json.WriteString("engine", engine.Engine);
        json.WriteBoolean("isOut", engine.IsOut);
        json.WriteStartArray("factors");
        foreach ((FactorVerification factor, FactorDefinition definition) in engine.Factors.Zip(program.Factors))
        {
            WriteFactor(json, factor, definition);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteFactor(Utf8JsonWriter json, FactorVerification factor, FactorDefinition definition)
    {
        json.WriteStartObject();
        json.WriteString("factor", factor.Factor);
        json.WriteString("expression", definition.Expression);
        WriteValue(json, "toleranceScale", factor.ToleranceScale);
        WriteValue(json, "worstError", factor.WorstError);
        if (factor.WorstAt is { } at)
        {
            json.WriteString("code", at.Code);
            json.WriteString("date", at.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            WriteValue(json, "reference", factor.Reference);
            WriteValue(json, "value", factor.Value);
        }

        json.WriteNumber("nanDisagreements", factor.NaNDisagreements);
        json.WriteNumber("unwritten", factor.Unwritten);
        json.WriteNumber("out", factor.OutCount);
        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, string name, double? value)
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
}
