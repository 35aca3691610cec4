using System;
using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Bars;

namespace FactorGpu.Cli;

/// <summary>Says which stocks single precision holds less exactly, because their prices lie on no tick.</summary>
internal static class OffTicks
{
    /// <summary>What <see cref="DayTensor.Ticks"/> has for them.</summary>
    private const double NoTick = 1;

    private const int Named = 3;

    /// <summary>A line about the stocks of all days, if there are such.</summary>
    internal static void Report(MinuteBars bars, ToolStreams streams)
    {
        ImmutableArray<string> codes = [.. bars.Days.SelectMany(Codes).Distinct().Order(StringComparer.Ordinal)];
        if (codes.IsEmpty)
        {
            return;
        }

        string names = string.Join(", ", codes.Take(Named)) + (codes.Length > Named ? ", ..." : "");
        streams.Words.WriteLine(
            $"off the tick: {codes.Length} stocks ({names}) have prices that are no multiples of 0.01 or 0.001 CNY, as adjusted ones; single precision holds these in CNY, and a return of one tick of theirs to four digits only");
    }

    private static string[] Codes(DayTensor day)
        => [.. Enumerable.Range(0, day.Shape.S).Where(s => day.Ticks[s] == NoTick).Select(s => day.Stocks.Codes[s])];
}
