using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using FactorGpu.Benchmarks.Report;
using FactorGpu.Benchmarks.Suite;
using FactorGpu.Benchmarks.Yardstick;

namespace FactorGpu.Benchmarks;

internal static class Program
{
    /// <summary>
    /// <c>cpu-time REPETITIONS</c> prints processor times of the SIMD engine, <c>read-time FILE REPETITIONS</c> what reading a bar file takes,
    /// <c>report SUITE.json [BENCH.json] FOLDER</c> makes a page and a table of results,
    /// <c>single-errors FILE.csv CERTIFICATE...</c> writes the errors of single precision,
    /// <c>yardstick PROGRAM FOLDER ROUNDS</c> compares with the C++ program; anything else goes to BenchmarkDotNet: <c>--filter '*'</c> is the suite. Exit code 1 when a benchmark failed.
    /// </summary>
    private static int Main(string[] args)
    {
        if (args is ["cpu-time", string repetitions])
        {
            CpuTime.Run(int.Parse(repetitions, CultureInfo.InvariantCulture));
            return 0;
        }

        if (args is ["read-time", string path, string readings])
        {
            ReadTime.Run(path, int.Parse(readings, CultureInfo.InvariantCulture));
            return 0;
        }

        if (args is ["single-errors", string file, .. string[] certificates])
        {
            SingleErrorTable.Run(file, certificates);
            return 0;
        }

        if (args is ["yardstick", string program, string folder, string rounds])
        {
            YardstickCommand.Run(program, folder, int.Parse(rounds, CultureInfo.InvariantCulture));
            return 0;
        }

        if (args is ["report", .. string[] files])
        {
            return ReportCommand.Run(files);
        }

        IEnumerable<Summary> summaries = BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, new SuiteConfig());
        return summaries.Any(HasFailed) ? 1 : 0;
    }

    private static bool HasFailed(Summary summary) => summary.HasCriticalValidationErrors || summary.Reports.Any(report => !report.Success);
}
