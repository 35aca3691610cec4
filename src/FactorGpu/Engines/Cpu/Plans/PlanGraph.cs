using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace FactorGpu.Engines.Cpu.Plans;

/// <summary>Makes the nodes of one plan; equal nodes are one.</summary>
internal sealed class PlanGraph
{
    private readonly HashSet<PlanNode> _known = new(new SameNode());
    private readonly Dictionary<string, PlanNode> _sets = new(StringComparer.Ordinal);
    private readonly Dictionary<PlanNode, ImmutableSortedSet<int>> _parts = [];

    internal PlanNode Constant(double value) => Make(PlanKind.Scalar, CpuOp.Constant, [], constant: value);

    internal PlanNode Make(PlanKind kind, CpuOp op, ImmutableArray<PlanOperand> operands, int p = 0, int q = 0, int r = 0, double constant = 0)
    {
        var made = new PlanNode(_known.Count, kind, op, operands, p, q, r, constant);
        if (_known.TryGetValue(made, out PlanNode? known))
        {
            return known;
        }

        _known.Add(made);
        return made;
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

    /// <summary>Equal in all but the number.</summary>
    private sealed class SameNode : IEqualityComparer<PlanNode>
    {
        public bool Equals(PlanNode? x, PlanNode? y)
            => x!.Kind == y!.Kind && x.Op == y.Op && x.P == y.P && x.Q == y.Q && x.R == y.R
                && BitConverter.DoubleToInt64Bits(x.Constant) == BitConverter.DoubleToInt64Bits(y.Constant) && HaveSameOperands(x, y);

        public int GetHashCode(PlanNode node)
        {
            int hash = (((((int)node.Op * 31) + node.P) * 31) + node.Q) ^ node.Constant.GetHashCode();
            foreach (PlanOperand operand in node.Operands)
            {
                hash = (((hash * 31) + operand.Node.Number) * 31) + operand.Shift;
            }

            return hash;
        }

        private static bool HaveSameOperands(PlanNode x, PlanNode y)
        {
            bool isSame = x.Operands.Length == y.Operands.Length;
            for (int i = 0; isSame && i < x.Operands.Length; i++)
            {
                isSame = x.Operands[i].Node == y.Operands[i].Node && x.Operands[i].Shift == y.Operands[i].Shift;
            }

            return isSame;
        }
    }
}
