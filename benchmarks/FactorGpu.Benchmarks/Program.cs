using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using FactorGpu.Benchmarks.Report;
using FactorGpu.Benchmarks.Suite;
using FactorGpu.Benchmarks.Yardstick;

namespace FactorGpu.Benchmarks;

/// <summary>The measurements that are no benchmarks of the suite, by their first word; anything else goes to BenchmarkDotNet: <c>--filter '*'</c> is the suite.</summary>
internal static class Program
{
    /// <summary>Exit code 1 when a benchmark failed.</summary>
    private static int Main(string[] args)
    {
        switch (args)
        {
            // Processor times of the SIMD engine.
            case ["cpu-time", string repetitions]:
                CpuTime.Run(Number(repetitions));
                return 0;

            // What the machine code of the SIMD engine does not say of itself.
            case ["emitted-code"]:
                EmittedCode.Run();
                return 0;

            // What reading a bar file takes.
            case ["read-time", string path, string readings]:
                ReadTime.Run(path, Number(readings));
                return 0;

            // The errors of single precision, from certificates of verify.
            case ["single-errors", string file, .. string[] certificates]:
                SingleErrorTable.Run(file, certificates);
                return 0;

            // The engine beside the C++ program, which is one for Linux.
            case ["yardstick", string program, string folder, string rounds] when OperatingSystem.IsLinux():
                YardstickCommand.Run(program, folder, Number(rounds));
                return 0;

            // A page and a table of results, from the JSON of the suite and of bench.
            case ["report", .. string[] files]:
                return ReportCommand.Run(files);

            // Every device against the reference; times of every device; bars for other programs to compute.
            case ["gpu-check", string stocks]:
                GpuCheck.Run(Number(stocks));
                return 0;
            case ["gpu-time", string stocks, string days, string repetitions]:
                GpuTime.Run(Number(stocks), Number(days), Number(repetitions));
                return 0;
            case ["gpu-bars", string folder, string stocks]:
                GpuBars.Run(folder, Number(stocks));
                return 0;
            default:
                IEnumerable<Summary> summaries = BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, new SuiteConfig());
                return summaries.Any(HasFailed) ? 1 : 0;
        }
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static bool HasFailed(Summary summary) => summary.HasCriticalValidationErrors || summary.Reports.Any(report => !report.Success);
}
