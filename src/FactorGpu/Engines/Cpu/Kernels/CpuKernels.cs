using System;
using System.Collections.Generic;
using FactorGpu.Engines.Cpu.Plans;

namespace FactorGpu.Engines.Cpu.Kernels;

/// <summary>The kernel of every step that has one: addresses, <c>delegate* managed&lt;Frame*, CpuInstruction*, void&gt;</c>.</summary>
internal sealed class CpuKernels
{
    private readonly nint[] _addresses = new nint[Enum.GetNames<CpuOp>().Length];

    internal nint this[CpuOp op]
    {
        get => Has(op) ? _addresses[(int)op] : throw new KeyNotFoundException($"{op} has no kernel.");
        init => _addresses[(int)op] = value;
    }

    internal bool Has(CpuOp op) => _addresses[(int)op] != 0;
}
