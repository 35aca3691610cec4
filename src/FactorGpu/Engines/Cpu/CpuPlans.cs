using System.Collections.Immutable;
using FactorGpu.Bars;
using FactorGpu.Compilation;
using FactorGpu.Engines.Cpu.Plans;
using FactorGpu.Expressions;

namespace FactorGpu.Engines.Cpu;

/// <summary>The plans of a program.</summary>
internal sealed class CpuPlans
{
    internal CpuPlans(FactorProgram program)
    {
        Program = program;
        General = CpuPlan.Make(program.Graph, mergesRequirements: false, program.Precision);
        foreach (Sequence sequence in program.Sequences)
        {
            Requirements |= sequence.Requirements;
        }

        Fields = General.Fields;
        Merged = Requirements == BarRequirements.None ? null : CpuPlan.Make(program.Graph, mergesRequirements: true, program.Precision);
    }

    internal FactorProgram Program { get; }

    /// <summary>The fields whose rows are read.</summary>
    internal ImmutableArray<BarField> Fields { get; }

    /// <summary>The plan for any stock-day.</summary>
    internal CpuPlan General { get; }

    /// <summary>The plan for stock-days whose valid bars all have <see cref="Requirements"/>; null where that is the general one.</summary>
    internal CpuPlan? Merged { get; }

    /// <summary>What the bars of any sequence of the program must have.</summary>
    internal BarRequirements Requirements { get; }
}
