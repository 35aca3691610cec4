using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Bars;
using FactorGpu.Engines.Cpu.Plans;

namespace FactorGpu.Engines.Cpu.Sweeps;

/// <summary>What a node is to a sweep.</summary>
internal static class SweepNodes
{
    /// <summary>True for what a loop computes: elements, comparisons of elements, and folds of them. All else is a call of its kernel.</summary>
    internal static bool IsLooped(PlanNode node) => node.Kind switch
    {
        PlanKind.Buffer => node.Op is CpuOp.Add or CpuOp.Subtract or CpuOp.Multiply or CpuOp.Divide or CpuOp.Minimum or CpuOp.Maximum
            or CpuOp.Negate or CpuOp.Abs or CpuOp.Sqrt or CpuOp.Finite or CpuOp.IfElse or CpuOp.Cummax,
        PlanKind.Set => IsComparison(node) || IsCombination(node),
        PlanKind.Scalar => IsFold(node),
        _ => false,
    };

    /// <summary>True for a scalar that a loop accumulates.</summary>
    internal static bool IsFold(PlanNode node)
        => node.IsReduction && node.Op is CpuOp.Sum or CpuOp.Product or CpuOp.Max or CpuOp.Min or CpuOp.SumOfProducts;

    /// <summary>True for a set of the bars where a comparison holds.</summary>
    internal static bool IsComparison(PlanNode node)
        => node.Kind == PlanKind.Set && node.Op is CpuOp.Less or CpuOp.LessOrEqual or CpuOp.Equal or CpuOp.NotEqual;

    /// <summary>True for a set made of two sets.</summary>
    internal static bool IsCombination(PlanNode node) => node.Op is CpuOp.Both or CpuOp.Either or CpuOp.Without;

    /// <summary>True for a price of each bar: a valid bar has one above 0, so that the larger of two is one instruction, without a thought for NaN and the sign of zero.</summary>
    internal static bool IsPrice(PlanNode series) => series.Op == CpuOp.Load && (BarField)series.P is BarField.Open or BarField.High or BarField.Low or BarField.Close;

    /// <summary>What is read from memory: by loops, by kernels, by another segment, or as a result. Anything else straight code has in locals alone.</summary>
    internal static HashSet<PlanNode> ReadFromMemory(CpuPlan plan, ImmutableArray<SweepSegment> segments)
    {
        HashSet<PlanNode> read = [.. plan.Results];
        foreach (SweepSegment segment in segments)
        {
            HashSet<PlanNode> straight = [.. segment.Nodes.Where(node => node.IsStraight)];
            foreach (PlanNode user in segment.Nodes)
            {
                read.UnionWith(user.Operands.Select(operand => operand.Node).Where(operand => !user.IsStraight || !straight.Contains(operand)));
            }
        }

        return read;
    }
}
