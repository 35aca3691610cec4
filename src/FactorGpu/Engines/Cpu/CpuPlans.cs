using System;
using System.Collections.Immutable;
using FactorGpu.Bars;
using FactorGpu.Compilation;
using FactorGpu.Engines.Cpu.Plans;
using FactorGpu.Expressions;

namespace FactorGpu.Engines.Cpu;

/// <summary>The plans of a program.</summary>
internal sealed class CpuPlans
{
    /// <param name="program">The program.</param>
    /// <param name="code">Makes what runs a plan.</param>
    internal CpuPlans(FactorProgram program, Func<CpuPlan, CpuCode> code)
    {
        Program = program;
        General = code(CpuPlan.Make(program.Graph, mergesRequirements: false, program.Precision));
        foreach (Sequence sequence in program.Sequences)
        {
            Requirements |= sequence.Requirements;
        }

        Fields = General.Plan.Fields;
        Merged = Requirements == BarRequirements.None ? null : code(CpuPlan.Make(program.Graph, mergesRequirements: true, program.Precision));
    }

    internal FactorProgram Program { get; }

    /// <summary>The fields whose rows are read.</summary>
    internal ImmutableArray<BarField> Fields { get; }

    /// <summary>The plan for any stock-day.</summary>
    internal CpuCode General { get; }

    /// <summary>The plan for stock-days whose valid bars all have <see cref="Requirements"/>; null where that is the general one.</summary>
    internal CpuCode? Merged { get; }

    /// <summary>What the bars of any sequence of the program must have.</summary>
    internal BarRequirements Requirements { get; }

    /// <summary>Takes code that has been made into use.</summary>
    /// <returns>True if there is code that was not there before.</returns>
    internal bool Update() => General.Update() | (Merged?.Update() ?? false);
}
