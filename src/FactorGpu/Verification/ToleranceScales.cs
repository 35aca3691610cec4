using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using FactorGpu.Bars;
using FactorGpu.Compilation;
using FactorGpu.Expressions;

namespace FactorGpu.Verification;

/// <summary>S of the comparison rule for each factor and stock-day: a number of the factor's own, or the reference value of another factor (catalogue 1.8).</summary>
internal sealed class ToleranceScales
{
    private readonly FactorProgram _program;
    private readonly Dictionary<FactorDefinition, FactorProgram> _factors = new(ReferenceEqualityComparer.Instance);

    internal ToleranceScales(FactorProgram program)
    {
        _program = program;
        foreach (FactorDefinition scale in program.Factors.Select(factor => factor.ToleranceScaleFactor).OfType<FactorDefinition>())
        {
            _factors.TryAdd(scale, FactorProgram.Compile([scale]));
        }
    }

    /// <summary>S of each factor [K] for each stock of a day [S]; 0 where a factor that gives it is NaN.</summary>
    internal double[][] Of(DayTensor day, CancellationToken cancellation)
    {
        var values = new Dictionary<FactorDefinition, double[]>(ReferenceEqualityComparer.Instance);
        foreach ((FactorDefinition scale, FactorProgram program) in _factors)
        {
            double[] row = new double[day.Shape.S];
            ReferenceBlocks.Run(program, day, row, _ => { }, cancellation);
            values.Add(scale, Array.ConvertAll(row, value => double.IsNaN(value) ? 0 : value));
        }

        return [.. _program.Factors.Select(factor => factor.ToleranceScaleFactor is { } scale ? values[scale] : Fixed(factor.ToleranceScale, day.Shape.S))];
    }

    private static double[] Fixed(double scale, int stocks)
    {
        double[] row = new double[stocks];
        Array.Fill(row, scale);
        return row;
    }
}
