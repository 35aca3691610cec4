using FactorGpu.Engines.Cpu.Kernels;

namespace FactorGpu.Engines.Cpu.Sweeps;

/// <summary>An emitted method.</summary>
internal unsafe delegate void SweepKernel(Frame* frame, CpuInstruction* code);
