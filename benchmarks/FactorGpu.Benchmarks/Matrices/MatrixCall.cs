using System.Collections.Immutable;

namespace FactorGpu.Benchmarks.Matrices;

/// <summary>What an operator is called with.</summary>
/// <param name="Operands">Values of the operands, in order.</param>
/// <param name="Attributes">The operator's whole numbers.</param>
/// <param name="Sequence">The bars of the node; null for a node without any.</param>
/// <param name="Memory">Where results come from.</param>
internal readonly record struct MatrixCall(MatrixValue[] Operands, ImmutableArray<int> Attributes, MatrixSequence? Sequence, MatrixMemory Memory)
{
    internal MatrixValue X => Operands[0];

    internal MatrixValue Y => Operands[1];

    /// <summary>The bars at which all operands are present.</summary>
    internal Matrix<byte> AllPresent()
    {
        Matrix<byte>? present = null;
        foreach (MatrixValue operand in Operands)
        {
            present = operand.Present is null || operand.Present == present ? present
                : present is null ? operand.Present
                : MatrixOperators.Both(present, operand.Present, Memory);
        }

        return present!;
    }
}
