using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Linq;
using FactorGpu.Expressions;

namespace FactorGpu.Engines.Gpu.Plans;

/// <summary>The operators whose value at a bar is made of other bars in a way that is not worth doing again at each use: computed for all bars in a step of their own, and kept.</summary>
internal static class WholeSeries
{
    private static readonly FrozenDictionary<string, KernelStepKind> s_steps = new Dictionary<OperatorDescriptor, KernelStepKind>
    {
        [Operators.Cummax] = KernelStepKind.Scan,
        [Operators.RollingSum] = KernelStepKind.Window,
        [Operators.RollingCov] = KernelStepKind.Window,
        [Operators.TopFraction] = KernelStepKind.Select,
        [Operators.TopCount] = KernelStepKind.Select,
        [Operators.Rank] = KernelStepKind.Rank,
        [Operators.CumsumBy] = KernelStepKind.Cumulate,
        [Operators.GroupSum] = KernelStepKind.Group,
    }.ToFrozenDictionary(row => row.Key.Name, row => row.Value, StringComparer.Ordinal);

    /// <summary>The step that computes a node; null for one that is evaluated where it is used.</summary>
    internal static KernelStepKind? StepOf(ExprNode node) => s_steps.TryGetValue(node.Operator.Name, out KernelStepKind kind) ? kind : null;

    /// <summary>True for a node whose step keeps a number for every bar; the others keep a byte.</summary>
    internal static bool KeepsNumbers(ExprNode node) => StepOf(node) is { } kind && kind is not (KernelStepKind.Select or KernelStepKind.Rank);

    /// <summary>Numbers of every bar that a step holds in the memory that steps share: operands, or keys and what goes by them.</summary>
    internal static int SharedNumbers(ExprNode node) => StepOf(node) switch
    {
        KernelStepKind.Window => node.Operands.Distinct().Count(),
        KernelStepKind.Rank => 1,
        KernelStepKind.Cumulate or KernelStepKind.Group => 2,
        _ => 0,
    };
}
