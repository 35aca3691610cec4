namespace FactorGpu.Expressions.Text;

/// <summary>Something that was read and is used by what is around it.</summary>
/// <param name="Expression">The expression; null when it rests on a definition that has an error of its own, so that nothing more is said about it.</param>
/// <param name="Start">Its first character in the text.</param>
/// <param name="End">The character behind its last.</param>
internal readonly record struct Operand(Expression? Expression, int Start, int End);
