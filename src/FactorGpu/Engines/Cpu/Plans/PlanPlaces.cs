using System.Collections.Generic;
using System.Collections.Immutable;
using FactorGpu.Engines.Cpu.Kernels;

namespace FactorGpu.Engines.Cpu.Plans;

/// <summary>Gives every node of a schedule its place. Buffers are used again as soon as their series is dead, the last freed first, so that the working set stays in the first cache; registers, sets and sequences are not.</summary>
internal sealed class PlanPlaces
{
    /// <summary>A register for results that nobody wants.</summary>
    internal const int SpareRegister = 0;

    private readonly Dictionary<PlanNode, int> _places = [];
    private readonly Dictionary<PlanNode, int> _lastUses = [];
    private readonly Stack<int> _free = new();

    internal PlanPlaces(IEnumerable<PlanNode> givens, ImmutableArray<PlanNode> order)
    {
        foreach (PlanNode given in givens)
        {
            Place(given);
        }

        for (int at = 0; at < order.Length; at++)
        {
            foreach (PlanOperand operand in order[at].Operands)
            {
                _lastUses[operand.Node] = at;
            }
        }

        for (int at = 0; at < order.Length; at++)
        {
            PlanNode node = order[at];
            Free(node, at, isInPlace: true);
            Place(node);
            Free(node, at, isInPlace: false);
        }
    }

    internal int BufferCount { get; private set; }

    internal int SetCount { get; private set; }

    internal int SequenceCount { get; private set; }

    /// <summary>Registers, the spare one included.</summary>
    internal int ScalarCount { get; private set; } = 1;

    /// <summary>Register, buffer, set or sequence of a node.</summary>
    internal int this[PlanNode node] => _places[node];

    /// <summary>Offset of a series in the buffers, or the complement of a scalar's register, or the index of a set or sequence.</summary>
    internal int OfOperand(PlanOperand operand) => operand.Node.Kind switch
    {
        PlanKind.Buffer => Frame.Origin + (_places[operand.Node] * Frame.BufferStride) + Frame.Within(operand.Shift),
        PlanKind.Scalar => ~_places[operand.Node],
        _ => _places[operand.Node],
    };

    private void Place(PlanNode node) => _places.Add(node, node.Kind switch
    {
        PlanKind.Scalar => ScalarCount++,
        PlanKind.Set => SetCount++,
        PlanKind.Sequence => SequenceCount++,
        _ => _free.TryPop(out int freed) ? freed : BufferCount++,
    });

    /// <summary>Frees the buffers that a step reads last. The step may write over one only where it reads it in place: bar by bar, whole groups at a time.</summary>
    private void Free(PlanNode node, int at, bool isInPlace)
    {
        for (int i = 0; i < node.Operands.Length; i++)
        {
            PlanNode read = node.Operands[i].Node;
            if (read.Kind == PlanKind.Buffer && _lastUses[read] == at && IsFirstUse(node, i) && IsReadInPlace(node, read) == isInPlace)
            {
                _free.Push(_places[read]);
            }
        }
    }

    private static bool IsFirstUse(PlanNode node, int i)
    {
        int first = 0;
        while (node.Operands[first].Node != node.Operands[i].Node)
        {
            first++;
        }

        return first == i;
    }

    private static bool IsReadInPlace(PlanNode node, PlanNode read)
    {
        foreach (PlanOperand operand in node.Operands)
        {
            if (operand.Node == read && operand.Shift != 0)
            {
                return false;
            }
        }

        return true;
    }
}
