using System;
using System.Collections.Immutable;
using FactorGpu.Bars;
using FactorGpu.Compilation;
using FactorGpu.Engines.Cpu.Plans;
using FactorGpu.Expressions;

namespace FactorGpu.Engines.Cpu;

/// <summary>The plans of a program. Mostly one is enough for all stock-days, so that the other is made when the first one needs it.</summary>
internal sealed class CpuPlans
{
    private readonly Lazy<CpuCode> _general;

    /// <param name="program">The program.</param>
    /// <param name="code">Makes what runs a plan.</param>
    internal CpuPlans(FactorProgram program, Func<CpuPlan, CpuCode> code)
    {
        Program = program;
        foreach (Sequence sequence in program.Sequences)
        {
            Requirements |= sequence.Requirements;
        }

        CpuCode Make(bool mergesRequirements) => code(CpuPlan.Make(program.Graph, mergesRequirements, program.Precision));
        _general = new Lazy<CpuCode>(() => Make(mergesRequirements: false));
        Merged = Requirements == BarRequirements.None ? null : Make(mergesRequirements: true);
        Fields = (Merged ?? General).Plan.Fields;
    }

    internal FactorProgram Program { get; }

    /// <summary>The fields whose rows are read: the same by either plan.</summary>
    internal ImmutableArray<BarField> Fields { get; }

    /// <summary>The plan for any stock-day. Several threads may ask at once.</summary>
    internal CpuCode General => _general.Value;

    /// <summary>The plan for stock-days whose valid bars all have <see cref="Requirements"/>; null where that is the general one.</summary>
    internal CpuCode? Merged { get; }

    /// <summary>What the bars of any sequence of the program must have.</summary>
    internal BarRequirements Requirements { get; }

    /// <summary>Takes code that has been made into use.</summary>
    /// <returns>True if there is code that was not there before.</returns>
    internal bool Update() => (_general.IsValueCreated && General.Update()) | (Merged?.Update() ?? false);
}
