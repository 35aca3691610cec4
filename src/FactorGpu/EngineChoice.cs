using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Expressions;

namespace FactorGpu;

/// <summary>Which engine runs a program, on which devices, and why.</summary>
public sealed record EngineChoice
{
    /// <summary>The engine; never <see cref="EngineKind.Auto"/>.</summary>
    public required EngineKind Engine { get; init; }

    /// <summary>Why this one, as a clause.</summary>
    public required string Reason { get; init; }

    /// <summary>The devices that share the days; none for an engine without devices.</summary>
    public ImmutableArray<ComputeDevice> Devices { get; init; } = [];

    /// <summary>Factors that the devices cannot compute, so that the engine <see cref="EngineKind.Cpu"/> does, in the same call and table.</summary>
    public ImmutableArray<FactorDefinition> OnCpu { get; init; } = [];

    /// <summary>The choice as a line, and a second one where factors are left to the Cpu engine.</summary>
    public override string ToString()
        => $"engine {EngineFactory.NameOf(Engine)}{(Devices.IsEmpty ? "" : $" on {string.Join(" and ", Devices.Select(device => device.ToString()))}")}: {Reason}"
            + (OnCpu.IsEmpty ? "" : $"\non the engine cpu, for the devices cannot compute them: {string.Join(", ", OnCpu.Select(factor => factor.Id))}");
}
