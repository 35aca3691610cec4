using System;
using FactorGpu.Bars;
using FactorGpu.Compilation;
using FactorGpu.Engines;
using FactorGpu.Engines.Reference;
using FactorGpu.Verification;

namespace FactorGpu.Tests.Verification;

/// <summary>An engine that gives the reference values but for one fault.</summary>
internal sealed class EngineDouble : IFactorEngine
{
    private readonly Action<Results> _spoil;

    private EngineDouble(Action<Results> spoil)
    {
        _spoil = spoil;
    }

    /// <summary>Writes into the results before they are handed over; what is set to nothing stays as it was before the run.</summary>
    internal static NamedEngine Named(string name, Action<Results> spoil) => new(name, new EngineDouble(spoil));

    public void Run(FactorProgram program, DayTensor day, Span<double> values)
    {
        double[] own = new double[values.Length];
        new ReferenceEngine().Run(program, day, own);
        var results = new Results(program, day, own);
        _spoil(results);
        for (int cell = 0; cell < own.Length; cell++)
        {
            values[cell] = results.LeftOut == cell % day.Shape.S ? values[cell] : own[cell];
        }
    }

    /// <summary>Results [K, S] of a day, found by factor and code.</summary>
    internal sealed class Results
    {
        private readonly FactorProgram _program;
        private readonly double[] _values;

        internal Results(FactorProgram program, DayTensor day, double[] values)
        {
            _program = program;
            Day = day;
            _values = values;
        }

        internal DayTensor Day { get; }

        /// <summary>Position of the stock whose values are not written.</summary>
        internal int? LeftOut { get; set; }

        internal double this[string factor, string code]
        {
            get => _values[Cell(factor, code)];
            set => _values[Cell(factor, code)] = value;
        }

        private int Cell(string factor, string code)
        {
            int k = 0;
            while (_program.Factors[k].Id != factor)
            {
                k++;
            }

            return (k * Day.Shape.S) + Day.Stocks.IndexOf(code);
        }
    }
}
