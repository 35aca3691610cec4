using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text.Json;

namespace FactorGpu.Cli;

/// <summary>What a result was made with: library, runtime, machine and time, for certificates and benchmarks.</summary>
internal static class MachineFacts
{
    private const string LinuxCpuFile = "/proc/cpuinfo";

    /// <summary>Version of the library.</summary>
    internal static string Version
        => typeof(MinuteBars).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>The processor by name, as far as the system tells.</summary>
    internal static string Cpu => LinuxCpu() ?? Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER") ?? $"{RuntimeInformation.ProcessArchitecture}";

    /// <summary>Writes the facts as properties of the object that is open.</summary>
    internal static void Write(Utf8JsonWriter json)
    {
        json.WriteString("factorgpu", Version);
        json.WriteString("runtime", RuntimeInformation.FrameworkDescription);
        json.WriteString("os", RuntimeInformation.OSDescription);
        json.WriteString("cpu", Cpu);
        json.WriteNumber("cores", Environment.ProcessorCount);
        json.WriteNumber("vectorBits", VectorBits());
        json.WriteString("time", DateTime.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
    }

    private static string? LinuxCpu()
        => !File.Exists(LinuxCpuFile) ? null
            : File.ReadLines(LinuxCpuFile)
                .Where(line => line.StartsWith("model name", StringComparison.Ordinal))
                .Select(line => line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim())
                .FirstOrDefault();

    private static int VectorBits()
        => Vector512.IsHardwareAccelerated ? 512
            : Vector256.IsHardwareAccelerated ? 256
            : Vector128.IsHardwareAccelerated ? 128
            : 0;
}
