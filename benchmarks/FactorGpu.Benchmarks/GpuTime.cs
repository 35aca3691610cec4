using System;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using FactorGpu.Bars;
using FactorGpu.Compilation;
using FactorGpu.Engines;
using FactorGpu.Engines.Gpu;
using FactorGpu.Errors;
using FactorGpu.Factors;
using static FactorGpu.Benchmarks.GpuMachine;

namespace FactorGpu.Benchmarks;

/// <summary>What do the 50 factors cost on a device: resident, with transfers, and streamed? Writes Markdown.</summary>
internal static class GpuTime
{
    private static readonly ImmutableArray<int> s_workItems = [32, 64, 128, 256];

    internal static void Run(int stocks, int days, int repetitions)
    {
        DayTensor day = GpuBars.Day(stocks);
        Print($"{stocks} stocks x {BarAxis.SlotCount} slots, sample market, {FactorCatalogue.Huatai50.Length} factors; medians of {repetitions} runs after one.");
        OnEachKind((_, driver, info) =>
        {
            using IGpuDevice device = driver.Open(info);
            Precision[] precisions = [.. Enum.GetValues<Precision>().Where(precision => info.HasFp64 || precision == Precision.Single)];
            Console.WriteLine("| precision | work-items W | kernels | first result s | kernels ms | copy of the bytes read, ms | kernels / copy | with transfers ms | bare transfers ms | with / bare |");
            Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
            foreach ((Precision precision, int W) in precisions.SelectMany(precision => s_workItems.Select(W => (precision, W))))
            {
                PrintDay(device, day, precision, W, repetitions);
            }

            Print($"\n| {days} days streamed | ms a day |\n|---|---|");
            foreach (Precision precision in precisions)
            {
                PrintStreamed(device, day, precision, days, repetitions);
            }
        });
    }

    private static FactorProgram Compile(Precision precision) => FactorProgram.Compile(FactorCatalogue.Huatai50, new CompileOptions { Precision = precision });

    /// <summary>One row: a program of single precision with a part in double has the times of both parts.</summary>
    private static void PrintDay(IGpuDevice device, DayTensor day, Precision precision, int W, int repetitions)
    {
        ImmutableArray<ProgramPart> parts = Compile(precision).Parts;
        parts = [.. parts.Where(part => device.Info.HasFp64 || part.Program.Precision == Precision.Single)];
        GpuDay[] days = [];
        try
        {
            long start = Stopwatch.GetTimestamp();
            foreach (ProgramPart part in parts)
            {
                days = [.. days, new GpuDay(device, part.Program, day, W)];
                days[^1].KernelsMs();
            }

            double first = Stopwatch.GetElapsedTime(start).TotalSeconds;
            double kernels = days.Sum(each => Median(repetitions, each.KernelsMs));
            double copy = days.Sum(each => Median(repetitions, each.CopyMs));
            double with = days.Sum(each => Median(repetitions, () => each.TransfersMs(withKernels: true)));
            double bare = days.Sum(each => Median(repetitions, () => each.TransfersMs(withKernels: false)));
            Print($"| {precision} | {W} | {days.Sum(each => each.Kernels)} | {first:F2} | {kernels:F3} | {copy:F3} | {kernels / copy:F2} | {with:F3} | {bare:F3} | {with / bare:F2} |");
        }
        catch (DeviceException e)
        {
            Print($"| {precision} | {W} | {e.Message.Split('\n')[0]} | | | | | | | |");
        }
        finally
        {
            Array.ForEach(days, each => each.Dispose());
        }
    }

    private static void PrintStreamed(IGpuDevice device, DayTensor day, Precision precision, int days, int repetitions)
    {
        FactorProgram program = Compile(precision);
        ImmutableArray<DayTensor> all = [.. Enumerable.Repeat(day, days)];
        ImmutableArray<double[]> values = [.. all.Select(each => new double[program.Factors.Length * each.Shape.S])];
        using IFactorEngine engine = new PartsEngine(() => new GpuEngine([device], new GpuEngineOptions()));
        double ms = Median(repetitions, () =>
        {
            long start = Stopwatch.GetTimestamp();
            engine.RunDays(program, all, values, _ => { }, CancellationToken.None);
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        });
        Print($"| {precision} | {ms / days:F3} |");
    }
}
