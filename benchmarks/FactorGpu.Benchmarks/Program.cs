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

        if (RunGpu(args))
        {
            return;
        }

        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
    }

    /// <summary><c>gpu-check STOCKS</c>, <c>gpu-time STOCKS DAYS REPETITIONS</c>, <c>gpu-bars FOLDER STOCKS</c>.</summary>
    private static bool RunGpu(string[] args)
    {
        switch (args)
        {
            case ["gpu-check", string stocks]:
                GpuCheck.Run(Number(stocks));
                return true;
            case ["gpu-time", string stocks, string days, string repetitions]:
                GpuTime.Run(Number(stocks), Number(days), Number(repetitions));
                return true;
            case ["gpu-bars", string folder, string stocks]:
                GpuBars.Run(folder, Number(stocks));
                return true;
            default:
                return false;
        }
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
