using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace FactorGpu.Engines.Cpu.Lanes;

/// <summary>Writes the low 8 bits of lanes, one byte after the other.</summary>
internal static unsafe class LaneCodes
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Store(Vector512<ulong> lanes, byte* target)
    {
        if (Avx512F.IsSupported)
        {
            *(ulong*)target = Avx512F.ConvertToVector128Byte(lanes).AsUInt64().ToScalar();
            return;
        }

        Store(lanes.GetLower(), lanes.GetUpper(), target);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Store(Vector256<ulong> low, Vector256<ulong> high, byte* target)
    {
        Vector256<uint> lanes = Vector256.Narrow(low, high);
        Store(lanes.GetLower(), lanes.GetUpper(), target);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Store(Vector512<uint> lanes, byte* target)
    {
        if (Avx512F.IsSupported)
        {
            Avx512F.ConvertToVector128Byte(lanes).Store(target);
            return;
        }

        Store(lanes.GetLower(), target);
        Store(lanes.GetUpper(), target + Vector256<uint>.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Store(Vector256<uint> lanes, byte* target) => Store(lanes.GetLower(), lanes.GetUpper(), target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Store(Vector128<uint> low, Vector128<uint> high, byte* target)
    {
        Vector128<ushort> lanes = Vector128.Narrow(low, high);
        *(ulong*)target = Vector128.Narrow(lanes, lanes).AsUInt64().ToScalar();
    }
}
