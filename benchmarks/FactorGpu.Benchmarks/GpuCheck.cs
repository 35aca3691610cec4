using System;
using System.Linq;
using FactorGpu.Bars;
using FactorGpu.Compilation;
using FactorGpu.Factors;
using FactorGpu.Verification;

namespace FactorGpu.Benchmarks;

/// <summary>Are all factors right on this machine's devices, held against the reference?</summary>
internal static class GpuCheck
{
    internal static void Run(int stocks)
    {
        MinuteBars bars = MinuteBars.Sample(new SampleOptions { Stocks = stocks, Funds = stocks / 10, Seed = 7 }, [new DateOnly(2024, 1, 2), new DateOnly(2024, 1, 3)]);
        GpuMachine.OnEachKind((kind, _, info) =>
        {
            foreach (Precision precision in Enum.GetValues<Precision>().Where(precision => info.HasFp64 || precision == Precision.Single))
            {
                Check(bars, kind, info.Index, precision);
            }
        });
    }

    private static void Check(MinuteBars bars, EngineKind kind, int device, Precision precision)
    {
        FactorProgram program = FactorProgram.Compile(FactorCatalogue.All, new CompileOptions { Precision = precision });
        VerificationReport report = bars.Verify(program, new VerifyOptions { Engines = [kind], Device = device });
        EngineVerification engine = report.Engines.Single();
        string[] wrong = [.. engine.Factors.Where(factor => factor.IsOut).Select(factor => factor.Factor)];
        GpuMachine.Print($"- {precision}: {engine.Factors.Length} factors, {report.StockDays} stock-days: {wrong.Length} out{(wrong.Length == 0 ? "" : $": {string.Join(", ", wrong)}")}");
    }
}
