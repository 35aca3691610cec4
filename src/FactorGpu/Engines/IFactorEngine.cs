using System;
using FactorGpu.Bars;
using FactorGpu.Compilation;

namespace FactorGpu.Engines;

/// <summary>Runs programs over day tensors: a pure function of the two.</summary>
internal interface IFactorEngine
{
    /// <summary>Computes all factors of a program for all stocks of a day.</summary>
    /// <param name="program">The program, K factors.</param>
    /// <param name="day">Day tensor [F, S, T].</param>
    /// <param name="values">Result [K, S], overwritten whole; NaN where a factor has no value, never infinite.</param>
    void Run(FactorProgram program, DayTensor day, Span<double> values);
}
