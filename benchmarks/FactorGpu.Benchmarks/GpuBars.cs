using System;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using FactorGpu.Bars;
using FactorGpu.Compilation;
using FactorGpu.Factors;

namespace FactorGpu.Benchmarks;

/// <summary>Writes a day for <c>cupy_factors.py</c>: the day tensor [F, S, T] as float64, the codes, and the 50 factors to compare with.</summary>
internal static class GpuBars
{
    internal static void Run(string folder, int stocks)
    {
        DayTensor day = Day(stocks);
        Directory.CreateDirectory(folder);
        using (FileStream file = File.Create(Path.Combine(folder, "bars.f64")))
        {
            foreach (BarField field in BarFields.All)
            {
                for (int s = 0; s < day.Shape.S; s++)
                {
                    file.Write(MemoryMarshal.AsBytes(day.Row(field, s)));
                }
            }
        }

        File.WriteAllLines(Path.Combine(folder, "codes.txt"), day.Stocks.Codes);
        MinuteBars.Of(day).Compute(FactorProgram.Compile(FactorCatalogue.Huatai50)).Save(Path.Combine(folder, "factors.csv"));
    }

    /// <summary>The day that is measured.</summary>
    internal static DayTensor Day(int stocks) => SampleMarket.Generate(new SampleOptions { Stocks = stocks, Seed = 1 }, [new DateOnly(2024, 1, 2)]).Single();
}
