using System.Globalization;
using BenchmarkDotNet.Running;

namespace FactorGpu.Benchmarks;

internal static class Program
{
    /// <summary><c>cpu-time REPETITIONS</c> prints processor times of the SIMD engine, <c>read-time FILE REPETITIONS</c> what reading a bar file takes, <c>single-errors FILE.csv CERTIFICATE...</c> the errors of single precision; anything else goes to BenchmarkDotNet.</summary>
    private static void Main(string[] args)
    {
        if (args is ["cpu-time", string repetitions])
        {
            CpuTime.Run(int.Parse(repetitions, CultureInfo.InvariantCulture));
            return;
        }

        if (args is ["read-time", string path, string readings])
        {
            ReadTime.Run(path, int.Parse(readings, CultureInfo.InvariantCulture));
            return;
        }

        if (args is ["single-errors", string file, .. string[] certificates])
        {
            SingleErrorTable.Run(file, certificates);
            return;
        }

        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
    }
}
