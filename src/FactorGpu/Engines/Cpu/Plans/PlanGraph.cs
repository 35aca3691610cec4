using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace FactorGpu.Engines.Cpu.Plans;

/// <summary>Makes the nodes of one plan; equal nodes are one.</summary>
internal sealed class PlanGraph
{
    private readonly Dictionary<string, PlanNode> _known = new(StringComparer.Ordinal);

    internal PlanNode Constant(double value) => Make(PlanKind.Scalar, CpuOp.Constant, [], constant: value);

    internal PlanNode Make(PlanKind kind, CpuOp op, ImmutableArray<PlanOperand> operands, int p = 0, int q = 0, int r = 0, double constant = 0)
    {
        string key = Key(kind, op, operands, p, q, r, constant);
        if (!_known.TryGetValue(key, out PlanNode? node))
        {
            node = new PlanNode(_known.Count, kind, op, operands, p, q, r, constant);
            _known.Add(key, node);
        }

        return node;
    }

    /// <summary>The bars in both sets of one sequence.</summary>
    internal PlanNode Both(PlanNode a, PlanNode b)
    {
        if (a == b || b.Op == CpuOp.AllBars)
        {
            return a;
        }

        return a.Op == CpuOp.AllBars ? b
            : a.Number < b.Number ? Make(PlanKind.Set, CpuOp.Both, [a, b]) : Make(PlanKind.Set, CpuOp.Both, [b, a]);
    }

    private static string Key(PlanKind kind, CpuOp op, ImmutableArray<PlanOperand> operands, int p, int q, int r, double constant)
    {
        var key = new StringBuilder();
        key.Append(CultureInfo.InvariantCulture, $"{(int)kind} {(int)op} {p} {q} {r} {BitConverter.DoubleToInt64Bits(constant):x}");
        foreach (PlanOperand operand in operands)
        {
            key.Append(CultureInfo.InvariantCulture, $" {operand.Node.Number}@{operand.Shift}");
        }

        return key.ToString();
    }
}
