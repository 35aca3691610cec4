using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text.Json;
using FactorGpu.Compilation;
using FactorGpu.Errors;
using FactorGpu.Expressions;
using FactorGpu.Verification;

namespace FactorGpu.Cli;

/// <summary>A verification with all that is needed to repeat it, as JSON: versions, machine, time, input files by hash, rule, results per factor.</summary>
internal static class VerificationCertificate
{
    /// <summary>The certificate, UTF-8.</summary>
    internal static byte[] Make(VerificationReport report, FactorProgram program, string[] inputs) => JsonText.Make(json =>
    {
        JsonText.WriteList<string>(json, "inputs", inputs, path => WriteInput(json, path));
        json.WriteString("precision", report.Precision.ToString().ToLowerInvariant());
        json.WriteString("rule", report.Rule);
        json.WriteNumber("days", report.Days);
        json.WriteNumber("stockDays", report.StockDays);
        json.WriteBoolean("isOut", report.IsOut);
        JsonText.WriteList(json, "engines", report.Engines.AsSpan(), engine =>
        {
            json.WriteString("engine", engine.Engine);
            json.WriteBoolean("isOut", engine.IsOut);
            (FactorVerification, FactorDefinition)[] factors = [.. engine.Factors.Zip(program.Factors)];
            JsonText.WriteList<(FactorVerification Result, FactorDefinition Definition)>(
                json, "factors", factors, factor => WriteFactor(json, factor.Result, factor.Definition));
        });
    });

    private static void WriteInput(Utf8JsonWriter json, string path)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            json.WriteString("path", path);
            json.WriteNumber("bytes", file.Length);
            json.WriteString("sha256", Convert.ToHexStringLower(SHA256.HashData(file)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FactorGpuException($"{path} was verified; for the certificate it is read once more, and that fails: {e.Message} Keep the inputs in place until the end.", e);
        }
    }

    private static void WriteFactor(Utf8JsonWriter json, FactorVerification factor, FactorDefinition definition)
    {
        json.WriteString("factor", factor.Factor);
        json.WriteString("expression", definition.Expression);
        json.WriteString("precision", factor.Precision.ToString().ToLowerInvariant());
        JsonText.WriteValue(json, "toleranceScale", factor.ToleranceScale);
        JsonText.WriteValue(json, "worstError", factor.WorstError);
        if (factor.WorstAt is { } at)
        {
            json.WriteString("code", at.Code);
            json.WriteString("date", at.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            JsonText.WriteValue(json, "reference", factor.Reference);
            JsonText.WriteValue(json, "value", factor.Value);
        }

        json.WriteNumber("nanDisagreements", factor.NaNDisagreements);
        json.WriteNumber("unwritten", factor.Unwritten);
        json.WriteNumber("out", factor.OutCount);
    }
}
