using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace FactorGpu.Engines.Cpu.Plans;

/// <summary>Makes the nodes of one plan; equal nodes are one.</summary>
internal sealed class PlanGraph
{
    private readonly HashSet<PlanNode> _known = new(new SameNode());
    private readonly Dictionary<HashSet<PlanNode>, PlanNode> _sets = new(HashSet<PlanNode>.CreateSetComparer());
    private readonly Dictionary<PlanNode, HashSet<PlanNode>> _parts = [];

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
        HashSet<PlanNode> ofA = Parts(a);
        HashSet<PlanNode> ofB = Parts(b);
        if (ofB.IsSubsetOf(ofA))
        {
            return a;
        }

        if (ofA.IsSubsetOf(ofB))
        {
            return b;
        }

        HashSet<PlanNode> parts = [.. ofA, .. ofB];
        if (!_sets.TryGetValue(parts, out PlanNode? both))
        {
            both = Make(PlanKind.Set, CpuOp.Both, [a, b]);
            _sets.Add(parts, both);
            _parts.Add(both, parts);
        }

        return both;
    }

    /// <summary>The sets that a set is all of: none for all bars.</summary>
    private HashSet<PlanNode> Parts(PlanNode set)
    {
        if (!_parts.TryGetValue(set, out HashSet<PlanNode>? parts))
        {
            parts = set.Op == CpuOp.AllBars ? [] : [set];
            _parts.Add(set, parts);
        }

        return parts;
    }

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
