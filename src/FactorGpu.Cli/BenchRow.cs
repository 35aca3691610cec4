using System.Collections.Immutable;

namespace FactorGpu.Cli;

/// <summary>The times of one case and one program.</summary>
/// <param name="Part">What was computed: the whole program, one factor, or the first few.</param>
/// <param name="Factors">K, factors of the program.</param>
/// <param name="Case">How it was run.</param>
/// <param name="ElapsedMs">Time of each run, ascending, ms.</param>
internal readonly record struct BenchRow(string Part, int Factors, BenchCase Case, ImmutableArray<double> ElapsedMs)
{
    internal double MedianMs => ElapsedMs.Length % 2 == 1
        ? ElapsedMs[ElapsedMs.Length / 2]
        : (ElapsedMs[(ElapsedMs.Length / 2) - 1] + ElapsedMs[ElapsedMs.Length / 2]) / 2;

    internal double MicrosecondsPerStockDay => MedianMs * 1000 / Case.StockDays;
}
