using System.Collections.Immutable;

namespace FactorGpu.Engines.Reference;

/// <summary>What an operator is called with.</summary>
/// <param name="Operands">Values of the operands, in order.</param>
/// <param name="Attributes">The operator's whole numbers, in the order of its descriptor.</param>
/// <param name="Slots">Slots [N] of the bars of the node's sequence; empty for a node without one.</param>
internal readonly record struct ReferenceCall(ReferenceValue[] Operands, ImmutableArray<int> Attributes, int[] Slots)
{
    /// <summary>The first operand.</summary>
    internal ReferenceValue X => Operands[0];

    /// <summary>The second operand.</summary>
    internal ReferenceValue Y => Operands[1];
}
