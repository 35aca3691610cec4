using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using FactorGpu.Expressions;

namespace FactorGpu.Engines.Gpu.Text;

/// <summary>Which operators kernels can be written for.</summary>
internal static class KernelOperators
{
    /// <summary>Operators that devices do not compute, by name, each with the reason: factors with one of them are computed by the Cpu engine.</summary>
    internal static FrozenDictionary<string, string> CpuOnly { get; } = new Dictionary<string, string>().ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>True for an operator that has an emitter.</summary>
    internal static bool IsWritten(OperatorDescriptor op)
        => ElementwiseText.Table.ContainsKey(op.Name) || BarText.Table.ContainsKey(op.Name) || ScalarText.Table.ContainsKey(op.Name);
}
