using System;
using System.Collections.Immutable;

namespace FactorGpu.Engines.Cpu.Plans;

/// <summary>A value that a plan computes. Made and interned by a <see cref="PlanGraph"/>; equal only to itself.</summary>
internal sealed class PlanNode
{
    internal PlanNode(int number, PlanKind kind, CpuOp op, ImmutableArray<PlanOperand> operands, int p, int q, int r, double constant)
    {
        Number = number;
        Kind = kind;
        Op = op;
        Operands = operands;
        P = p;
        Q = q;
        R = r;
        Constant = constant;
        bool areRuns = true;
        bool areOfSlots = true;
        foreach (PlanOperand operand in operands)
        {
            IsReduction |= kind == PlanKind.Scalar && operand.Node.Kind != PlanKind.Scalar;
            Level = Math.Max(Level, operand.Node.Level);
            areRuns &= operand.Node.IsRun;
            areOfSlots &= operand.Node.IsOfSlots;
        }

        Level += IsReduction ? 1 : 0;
        IsRun = op is CpuOp.AllBars or CpuOp.Slots || (op is CpuOp.ShiftSet or CpuOp.Both && areRuns);
        IsOfSlots = op is CpuOp.ValidBars
            || (op is CpuOp.AllBars or CpuOp.Slots or CpuOp.ShiftSet or CpuOp.Both or CpuOp.Either or CpuOp.Without or CpuOp.Count && areOfSlots);
    }

    /// <summary>Position in order of creation; operands come first.</summary>
    internal int Number { get; }

    internal PlanKind Kind { get; }

    internal CpuOp Op { get; }

    internal ImmutableArray<PlanOperand> Operands { get; }

    internal int P { get; }

    internal int Q { get; }

    internal int R { get; }

    /// <summary>The number of a <see cref="CpuOp.Constant"/>.</summary>
    internal double Constant { get; }

    /// <summary>True for what is there before any step.</summary>
    internal bool IsGiven => IsOfDay || Op is CpuOp.Constant or CpuOp.ValidBars;

    /// <summary>True for a scalar that the day knows of the stock.</summary>
    internal bool IsOfDay => Op is CpuOp.DayValue or CpuOp.DayTicks or CpuOp.Tick or CpuOp.HasVolume;

    /// <summary>True for an operation on scalars alone.</summary>
    internal bool IsStraight => Kind == PlanKind.Scalar && !IsReduction;

    /// <summary>True for a scalar made of bars.</summary>
    internal bool IsReduction { get; }

    /// <summary>True for a <see cref="CpuOp.SumOfProducts"/> of a deviation with itself.</summary>
    internal bool IsSumOfSquares => Op == CpuOp.SumOfProducts && Operands[0] == Operands[2] && Operands[1] == Operands[3];

    /// <summary>Number of reductions on the longest way here.</summary>
    internal int Level { get; }

    /// <summary>True for a set that on every stock-day is a run of neighbouring bars.</summary>
    internal bool IsRun { get; }

    /// <summary>True for what is known from the slots of the valid bars alone, so that neighbouring stocks mostly share it.</summary>
    internal bool IsOfSlots { get; }
}
