using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using FactorGpu.Bars;
using FactorGpu.Compilation;
using FactorGpu.Factors;
using Xunit;

namespace FactorGpu.Tests.Benchmarks;

/// <summary>The CuPy program that GPUs are compared with computes what we compute; NumPy stands in for CuPy here.</summary>
public sealed class CupyFactorsTests
{
    [Fact]
    public void Matrices_OfASampleMarket_AgreeWithTheFactors()
    {
        string python = Path.Combine(Path.GetDirectoryName(Requirement.Notebook())!, "python3");
        using var folder = new TempFolder();
        DayTensor day = SampleMarket.Generate(new SampleOptions { Stocks = 120, Funds = 10, Seed = 11 }, [new DateOnly(2024, 1, 2)]).Single();
        using (FileStream file = File.Create(Path.Combine(folder.Path, "bars.f64")))
        {
            foreach ((BarField field, int s) in BarFields.All.SelectMany(field => Enumerable.Range(0, day.Shape.S).Select(s => (field, s))))
            {
                file.Write(MemoryMarshal.AsBytes(day.Row(field, s)));
            }
        }

        File.WriteAllLines(Path.Combine(folder.Path, "codes.txt"), day.Stocks.Codes);
        MinuteBars.Of(day).Compute(FactorProgram.Compile(FactorCatalogue.Huatai50)).Save(Path.Combine(folder.Path, "factors.csv"));

        var start = new ProcessStartInfo(python, [Repository.PathOf("benchmarks/cupy_factors.py"), folder.Path, "--numpy", "--check"]) { RedirectStandardOutput = true };
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();

        Assert.Equal("50 factors of 120 stocks: 0 values differ\n", output.ReplaceLineEndings("\n"));
        Assert.Equal(0, process.ExitCode);
    }
}
