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
    private readonly Dictionary<string, PlanNode> _sets = new(StringComparer.Ordinal);
    private readonly Dictionary<PlanNode, ImmutableSortedSet<int>> _parts = [];

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

    /// <summary>The bars in both sets of one sequence; one of them, where its bars are in the other for certain.</summary>
    internal PlanNode Both(PlanNode a, PlanNode b)
    {
        ImmutableSortedSet<int> ofA = Parts(a);
        ImmutableSortedSet<int> ofB = Parts(b);
        ImmutableSortedSet<int> parts = ofA.Union(ofB);
        if (parts.Count == ofA.Count)
        {
            return a;
        }

        if (parts.Count == ofB.Count)
        {
            return b;
        }

        string key = string.Join(' ', parts);
        if (!_sets.TryGetValue(key, out PlanNode? both))
        {
            both = Make(PlanKind.Set, CpuOp.Both, [a, b]);
            _sets.Add(key, both);
            _parts.Add(both, parts);
        }

        return both;
    }

    /// <summary>The numbers of the sets that a set is all of: none for all bars.</summary>
    private ImmutableSortedSet<int> Parts(PlanNode set)
        => _parts.TryGetValue(set, out ImmutableSortedSet<int>? parts) ? parts : set.Op == CpuOp.AllBars ? [] : [set.Number];

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
