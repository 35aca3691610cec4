namespace FactorGpu.Engines.Cpu.Kernels;

/// <summary>Keys as bytes in their order, so that 64 are compared at a time: what <see cref="SelectionKernels{TLanes, T}"/> count. It lies where a series would.</summary>
internal unsafe struct KeyCodes
{
    internal const int Bits = 8;

    /// <summary>A byte a bar. A larger code is a larger key; equal codes are keys next to each other. Meaningful where <see cref="Numbers"/> are.</summary>
    internal fixed byte Codes[BarSet.WordCount * 64];

    /// <summary>The bars whose key is a number, as the words of a <see cref="BarSet"/>.</summary>
    internal fixed ulong Numbers[BarSet.WordCount];

    /// <summary>Bits of keys that codes leave out; without any, equal codes are equal keys.</summary>
    internal int Shift;
}
