using System;
using System.Collections.Immutable;
using System.Threading;
using FactorGpu.Bars;
using FactorGpu.Compilation;

namespace FactorGpu.Engines;

/// <summary>Runs programs over day tensors: a pure function of the two.</summary>
internal interface IFactorEngine : IDisposable
{
    /// <summary>Computes all factors of a program for all stocks of a day.</summary>
    /// <param name="program">The program, K factors.</param>
    /// <param name="day">Day tensor [F, S, T].</param>
    /// <param name="values">Result [K, S], overwritten whole; NaN where a factor has no value, never infinite.</param>
    void Run(FactorProgram program, DayTensor day, Span<double> values);

    /// <summary>Computes a part of a program for all stocks of a day into its rows of the whole result.</summary>
    /// <param name="part">The part.</param>
    /// <param name="day">Day tensor [F, S, T].</param>
    /// <param name="values">Result [K, S] of the whole, of which these rows are overwritten.</param>
    void RunInto(ProgramPart part, DayTensor day, Span<double> values)
    {
        double[] own = new double[part.Rows.Length * day.Shape.S];
        Run(part.Program, day, own);
        part.Place(own, values, day.Shape.S);
    }

    /// <summary>Computes many days. An engine may work on several at once; unless it does, they run one after the other.</summary>
    /// <param name="program">The program, K factors.</param>
    /// <param name="days">Day tensors [D].</param>
    /// <param name="values">Result [K, S] of each day, each overwritten whole.</param>
    /// <param name="onDay">Told the number of each day that is done, in any order, never twice at the same time.</param>
    /// <param name="cancellation">Ends the work early, between days or parts of days.</param>
    /// <exception cref="OperationCanceledException">Cancellation was asked for.</exception>
    void RunDays(FactorProgram program, ImmutableArray<DayTensor> days, ImmutableArray<double[]> values, Action<int> onDay, CancellationToken cancellation)
    {
        for (int d = 0; d < days.Length; d++)
        {
            cancellation.ThrowIfCancellationRequested();
            Run(program, days[d], values[d]);
            onDay(d);
        }
    }

    /// <summary>Lets go of what lies outside the runtime's memory; unless an engine says otherwise, that is nothing.</summary>
    void IDisposable.Dispose()
    {
    }
}
