using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using FactorGpu.Bars;
using FactorGpu.Compilation;

namespace FactorGpu.Engines;

/// <summary>Runs each part of a program on an engine of its own, leaves factors that the engine cannot run to another one, and puts the rows in the order of the whole.</summary>
/// <remarks>Not for two runs at a time.</remarks>
internal sealed class PartsEngine : IFactorEngine
{
    private readonly Func<Precision, IFactorEngine> _make;
    private readonly Func<FactorProgram, ImmutableArray<int>> _left;
    private readonly Func<IFactorEngine> _makeOther;
    private readonly IDisposable? _shared;
    private readonly Dictionary<(Precision Precision, bool IsLeft), IFactorEngine> _engines = [];
    private readonly ConditionalWeakTable<FactorProgram, IReadOnlyList<EnginePart>> _parts = [];

    /// <summary>An engine that can run whatever it is given.</summary>
    /// <param name="make">Makes an engine; called once for each precision, because an engine keeps what it made of its last program.</param>
    internal PartsEngine(Func<IFactorEngine> make)
        : this(_ => make(), _ => [], make, shared: null)
    {
    }

    /// <param name="make">Makes an engine for a precision; called once for each.</param>
    /// <param name="left">The factors of a program in one precision that such an engine cannot run.</param>
    /// <param name="makeOther">Makes an engine for these.</param>
    /// <param name="shared">What the engines share; disposed of after them.</param>
    internal PartsEngine(Func<Precision, IFactorEngine> make, Func<FactorProgram, ImmutableArray<int>> left, Func<IFactorEngine> makeOther, IDisposable? shared)
    {
        _make = make;
        _left = left;
        _makeOther = makeOther;
        _shared = shared;
    }

    public void Run(FactorProgram program, DayTensor day, Span<double> values)
    {
        foreach (EnginePart each in PartsOf(program))
        {
            if (IsWhole(each.Part, program))
            {
                EngineOf(each).Run(each.Part.Program, day, values);
            }
            else
            {
                EngineOf(each).RunInto(each.Part, day, values);
            }
        }
    }

    /// <remarks>One part after the other over all days. The largest is the last, and its days are those that are told.</remarks>
    public void RunDays(FactorProgram program, ImmutableArray<DayTensor> days, ImmutableArray<double[]> values, Action<int> onDay, CancellationToken cancellation)
    {
        EnginePart[] parts = [.. PartsOf(program).OrderBy(each => each.Part.Rows.Length)];
        for (int p = 0; p < parts.Length; p++)
        {
            EnginePart each = parts[p];
            Action<int> tell = p == parts.Length - 1 ? onDay : _ => { };
            if (IsWhole(each.Part, program))
            {
                EngineOf(each).RunDays(each.Part.Program, days, values, tell, cancellation);
                continue;
            }

            ImmutableArray<double[]> rows = [.. days.Select(day => new double[each.Part.Rows.Length * day.Shape.S])];
            void OnDay(int d)
            {
                each.Part.Place(rows[d], values[d], days[d].Shape.S);
                tell(d);
            }

            EngineOf(each).RunDays(each.Part.Program, days, rows, OnDay, cancellation);
        }
    }

    /// <summary>Makes the engine of a precision, unless it is there.</summary>
    internal void Prepare(Precision precision) => EngineOf((precision, false));

    public void Dispose()
    {
        foreach (IFactorEngine engine in _engines.Values)
        {
            engine.Dispose();
        }

        _engines.Clear();
        _shared?.Dispose();
    }

    private static bool IsWhole(ProgramPart part, FactorProgram program) => part.Rows.Length == program.Factors.Length;

    private static ProgramPart Of(ProgramPart part, IEnumerable<int> factors)
    {
        ImmutableArray<int> kept = [.. factors];
        var options = new CompileOptions { Precision = part.Program.Precision };
        return new ProgramPart(FactorProgram.Compile(kept.Select(k => part.Program.Factors[k]), options), [.. kept.Select(k => part.Rows[k])]);
    }

    private IReadOnlyList<EnginePart> PartsOf(FactorProgram program)
        => _parts.GetValue(program, whole => [.. whole.Parts.SelectMany(Split)]);

    private IEnumerable<EnginePart> Split(ProgramPart part)
    {
        ImmutableArray<int> left = _left(part.Program);
        if (left.IsEmpty || left.Length == part.Rows.Length)
        {
            return [new EnginePart(part, !left.IsEmpty)];
        }

        IEnumerable<int> own = Enumerable.Range(0, part.Rows.Length).Except(left);
        return [new EnginePart(Of(part, own), false), new EnginePart(Of(part, left), true)];
    }

    private IFactorEngine EngineOf(EnginePart each) => EngineOf((each.Part.Program.Precision, each.IsLeft));

    private IFactorEngine EngineOf((Precision Precision, bool IsLeft) key)
    {
        if (!_engines.TryGetValue(key, out IFactorEngine? engine))
        {
            engine = key.IsLeft ? _makeOther() : _make(key.Precision);
            _engines.Add(key, engine);
        }

        return engine;
    }
}
