using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using FactorGpu.Bars;
using FactorGpu.Compilation;
using FactorGpu.Engines.Reference;
using FactorGpu.Expressions;
using FactorGpu.Verification;

namespace FactorGpu.Benchmarks;

/// <summary>Compares results by catalogue 1.8, once, before anything is timed: what is fast and wrong is not worth a number.</summary>
internal static class ResultCheck
{
    /// <summary>Stocks, spread evenly over all, that are held against the slow reference.</summary>
    private const int ReferenceStocks = 100;

    /// <summary>Holds results against the reference on some stocks of the day.</summary>
    /// <param name="who">Who computed, for the message.</param>
    /// <param name="program">The program, K factors.</param>
    /// <param name="day">Day tensor [F, S, T].</param>
    /// <param name="values">Results [K, S].</param>
    /// <exception cref="InvalidOperationException">A value differs.</exception>
    internal static void AgainstReference(string who, FactorProgram program, DayTensor day, ReadOnlySpan<double> values)
    {
        int S = day.Shape.S;
        int count = Math.Min(S, ReferenceStocks);
        double[] expected = new double[program.Factors.Length];
        var reference = new ReferenceEngine();
        for (int i = 0; i < count; i++)
        {
            int s = (int)((long)i * S / count);
            reference.Run(program, day.OfStocks(s, 1), expected);
            for (int k = 0; k < expected.Length; k++)
            {
                Compare(who, program.Factors[k], day.Stocks.Codes[s], expected[k], values[(k * S) + s]);
            }
        }
    }

    /// <summary>Holds results against those of another engine, every value.</summary>
    /// <param name="who">Who computed <paramref name="values"/>, for the message.</param>
    /// <param name="program">The program, K factors.</param>
    /// <param name="day">Day tensor [F, S, T].</param>
    /// <param name="expected">Results [K, S] of the other engine.</param>
    /// <param name="values">Results [K, S].</param>
    /// <exception cref="InvalidOperationException">A value differs, or there are not as many.</exception>
    internal static void Same(string who, FactorProgram program, DayTensor day, ReadOnlySpan<double> expected, ReadOnlySpan<double> values)
    {
        int S = day.Shape.S;
        ArgumentOutOfRangeException.ThrowIfNotEqual(expected.Length, program.Factors.Length * S);
        ArgumentOutOfRangeException.ThrowIfNotEqual(values.Length, expected.Length);
        ImmutableArray<string> codes = [.. day.Stocks.Codes.ToArray()];
        for (int i = 0; i < values.Length; i++)
        {
            Compare(who, program.Factors[i / S], codes[i % S], expected[i], values[i]);
        }
    }

    private static void Compare(string who, FactorDefinition factor, string code, double expected, double value)
    {
        if (!ComparisonRule.Agree(expected, value, factor.ToleranceScale))
        {
            throw new InvalidOperationException(string.Create(
                CultureInfo.InvariantCulture,
                $"{who} gives {value:R} for {factor.Id} of {code}; {expected:R} is expected ({ComparisonRule.Text}). Nothing is timed until they agree."));
        }
    }
}
