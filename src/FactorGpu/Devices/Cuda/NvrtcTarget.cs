using System;
using System.Globalization;

namespace FactorGpu.Devices.Cuda;

/// <summary>What NVRTC makes for a card: code for its own architecture, or PTX that the driver finishes where the card is younger than the compiler.</summary>
/// <param name="Capability">Compute capability, such as 90 for 9.0.</param>
/// <param name="IsBinary">True for code, false for PTX.</param>
internal readonly record struct NvrtcTarget(int Capability, bool IsBinary)
{
    /// <summary>The compiler's option.</summary>
    internal string Option => string.Create(CultureInfo.InvariantCulture, $"--gpu-architecture={(IsBinary ? "sm" : "compute")}_{Capability}");

    /// <summary>The target for a card; null where the card is older than all that the compiler supports.</summary>
    /// <param name="capability">The card's.</param>
    /// <param name="supported">What the compiler supports.</param>
    internal static NvrtcTarget? For(int capability, ReadOnlySpan<int> supported)
    {
        int newest = -1;
        foreach (int candidate in supported)
        {
            newest = candidate <= capability ? Math.Max(newest, candidate) : newest;
        }

        return newest < 0 ? null : new NvrtcTarget(newest, IsBinary: newest == capability);
    }
}
