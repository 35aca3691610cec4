namespace FactorGpu.Tests.Arrow.Fuzz;

/// <summary>A little-endian integer in the bytes of a file.</summary>
/// <param name="At">Its first byte.</param>
/// <param name="Size">Its bytes: 1, 2, 4 or 8.</param>
internal readonly record struct FuzzPlace(int At, int Size);
