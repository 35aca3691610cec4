using System;
using System.Collections.Generic;
using FactorGpu.Bars;
using FactorGpu.Compilation;

namespace FactorGpu.Engines;

/// <summary>Runs each part of a program on an engine of its own, and puts the rows in the order of the whole.</summary>
internal sealed class PartsEngine : IFactorEngine
{
    private readonly Func<IFactorEngine> _make;
    private readonly Dictionary<Precision, IFactorEngine> _engines = [];

    /// <param name="make">Makes an engine; called once for each precision, because an engine keeps what it made of its last program.</param>
    internal PartsEngine(Func<IFactorEngine> make) => _make = make;

    public void Run(FactorProgram program, DayTensor day, Span<double> values)
    {
        if (program.Parts.Length == 1)
        {
            EngineOf(program).Run(program, day, values);
            return;
        }

        int S = day.Shape.S;
        foreach (ProgramPart part in program.Parts)
        {
            double[] rows = new double[part.Rows.Length * S];
            EngineOf(part.Program).Run(part.Program, day, rows);
            for (int k = 0; k < part.Rows.Length; k++)
            {
                rows.AsSpan(k * S, S).CopyTo(values.Slice(part.Rows[k] * S, S));
            }
        }
    }

    private IFactorEngine EngineOf(FactorProgram program)
    {
        if (!_engines.TryGetValue(program.Precision, out IFactorEngine? engine))
        {
            engine = _make();
            _engines.Add(program.Precision, engine);
        }

        return engine;
    }
}
