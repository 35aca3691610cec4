using System.Numerics;

namespace FactorGpu.Bars;

/// <summary>A set of slots of one stock-day: 4 words of 64 bits, slot t at bit t % 64 of word t / 64.</summary>
internal readonly record struct SlotMask(ulong Word0, ulong Word1, ulong Word2, ulong Word3)
{
    internal const int WordCount = 4;

    /// <summary>Number of slots in the set.</summary>
    internal int Count => BitOperations.PopCount(Word0) + BitOperations.PopCount(Word1)
        + BitOperations.PopCount(Word2) + BitOperations.PopCount(Word3);

    public static SlotMask operator |(SlotMask a, SlotMask b)
        => new(a.Word0 | b.Word0, a.Word1 | b.Word1, a.Word2 | b.Word2, a.Word3 | b.Word3);

    public static SlotMask operator &(SlotMask a, SlotMask b)
        => new(a.Word0 & b.Word0, a.Word1 & b.Word1, a.Word2 & b.Word2, a.Word3 & b.Word3);

    /// <summary>The slots of this set that another does not have.</summary>
    internal SlotMask Except(SlotMask other) => new(Word0 & ~other.Word0, Word1 & ~other.Word1, Word2 & ~other.Word2, Word3 & ~other.Word3);

    internal bool Contains(int slot) => ((slot >> 6) switch { 0 => Word0, 1 => Word1, 2 => Word2, _ => Word3 } >> (slot & 63) & 1) != 0;
}
