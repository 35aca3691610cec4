using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using FactorGpu.Devices.Cuda;
using FactorGpu.Devices.OpenCl;
using FactorGpu.Engines.Gpu;
using FactorGpu.Errors;

namespace FactorGpu.Benchmarks;

/// <summary>The kinds of devices of a machine, one device each: its first GPU, or its first processor where it has no GPU.</summary>
internal static class GpuMachine
{
    /// <summary>Runs something on one device of each kind, under a heading of Markdown; a kind without a device says why.</summary>
    internal static void OnEachKind(Action<EngineKind, IGpuDriver, GpuDeviceInfo> run)
    {
        foreach ((EngineKind kind, IGpuDriver driver) in (List<(EngineKind, IGpuDriver)>)[(EngineKind.Cuda, new CudaDriver()), (EngineKind.OpenCl, new OpenClDriver())])
        {
            GpuSearch search = driver.Search();
            Console.WriteLine($"\n### {kind}\n");
            if (search.Devices.OrderBy(device => device.IsProcessor).FirstOrDefault() is not { } info)
            {
                Console.WriteLine($"No device: {string.Join("; ", search.Reasons)}");
                continue;
            }

            Print($"Device {info.Index}: {info.Name}; {info.Platform}; driver {info.Driver}; {info.MemoryBytes / 1e9:F1} GB; fp64 {(info.HasFp64 ? "yes" : "no")}; {(info.IsProcessor ? "a processor, not a GPU" : "GPU")}\n");
            try
            {
                run(kind, driver, info);
            }
            catch (FactorGpuException e)
            {
                Console.WriteLine($"\nEnded: {e.Message}");
            }
        }
    }

    internal static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    /// <summary>The median of some runs, after one that does not count.</summary>
    internal static double Median(int repetitions, Func<double> measure)
    {
        measure();
        double[] values = [.. Enumerable.Range(0, repetitions).Select(_ => measure()).Order()];
        return values[values.Length / 2];
    }
}
