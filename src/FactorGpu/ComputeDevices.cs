using System.Collections.Immutable;

namespace FactorGpu;

/// <summary>The devices of one kind that this machine has, or why it has none.</summary>
public sealed record ComputeDevices
{
    /// <summary>The engine that uses them.</summary>
    public required EngineKind Engine { get; init; }

    /// <summary>The devices, by index.</summary>
    public ImmutableArray<ComputeDevice> Devices { get; init; } = [];

    /// <summary>What was tried and did not work, such as "tried libOpenCL.so.1: not found"; empty when nothing stood in the way.</summary>
    public ImmutableArray<string> Reasons { get; init; } = [];

    /// <summary>Looks for devices of every kind, CUDA before OpenCL. What is missing on a machine is a reason, not an error.</summary>
    public static ImmutableArray<ComputeDevices> Find() => new EngineFactory().Find();
}
