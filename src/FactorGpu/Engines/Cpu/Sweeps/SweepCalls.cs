using System.Collections.Immutable;
using FactorGpu.Engines.Cpu.Plans;

namespace FactorGpu.Engines.Cpu.Sweeps;

/// <summary>Addresses of what emitted code calls.</summary>
/// <param name="Kernels">Kernels by step, <c>void (Frame*, CpuInstruction*)</c>; that of a load sets a field of the frame.</param>
/// <param name="TopFraction"><c>void (double* key, BarSet* set, BarSet* target, int p, int q, double* scratch)</c>.</param>
/// <param name="IsConstant"><c>double (double* x, BarSet* set)</c>, a truth value.</param>
/// <param name="PickBar"><c>double (double* x, BarSet* set, int end)</c>.</param>
internal sealed record SweepCalls(ImmutableDictionary<CpuOp, nint> Kernels, nint TopFraction, nint IsConstant, nint PickBar);
