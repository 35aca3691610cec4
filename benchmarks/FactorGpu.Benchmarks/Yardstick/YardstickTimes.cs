using System;
using System.Collections.Generic;
using System.Linq;

namespace FactorGpu.Benchmarks.Yardstick;

/// <summary>Times of some calls of one case, ms.</summary>
/// <param name="Wall">By the clock.</param>
/// <param name="Cpu">Of all processors.</param>
internal readonly record struct YardstickTimes(double[] Wall, double[] Cpu)
{
    /// <summary>The time that is compared: of the processor on one thread, which others who use the machine disturb least; by the clock on more.</summary>
    internal double Median(bool isByClock) => MedianOf(isByClock ? Wall : Cpu);

    internal static double MedianOf(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? throw new ArgumentException("There is no median of no values.", nameof(values))
            : sorted.Length % 2 == 1 ? sorted[sorted.Length / 2]
            : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }
}
