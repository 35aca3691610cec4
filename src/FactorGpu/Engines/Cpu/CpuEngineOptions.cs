using FactorGpu.Engines.Cpu.Lanes;

namespace FactorGpu.Engines.Cpu;

/// <summary>How the engine runs; no choice changes a bit of its results.</summary>
internal sealed record CpuEngineOptions
{
    /// <summary>Threads that compute, the caller's included; 0 for one per core.</summary>
    internal int Threads { get; init; }

    /// <summary>How lanes are laid out; null for the best that the hardware has.</summary>
    internal LaneStrategy? Lanes { get; init; }

    /// <summary>Whether steps are interpreted, or code is emitted for them.</summary>
    internal SweepChoice Sweep { get; init; }
}
