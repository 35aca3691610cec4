using System;

namespace FactorGpu.Verification;

/// <summary>What a result holds before an engine runs: a NaN with bits that no arithmetic gives, so that a cell the engine passes over is seen.</summary>
internal static class UnwrittenCell
{
    private const long Bits = 0x7FF8_6E6F_7468_6967;

    internal static void Fill(Span<double> values) => values.Fill(BitConverter.Int64BitsToDouble(Bits));

    internal static bool Is(double value) => BitConverter.DoubleToInt64Bits(value) == Bits;
}
