using System;
using System.Diagnostics.CodeAnalysis;

namespace FactorGpu.Errors;

/// <content>Kernels that cannot be planned.</content>
internal static partial class Throw
{
    [DoesNotReturn]
    internal static void LocalMemoryTooSmall(int bytes, int workItems, int needed)
        => throw new DeviceException(
            $"Kernels were planned for {bytes} bytes of local memory and groups of {workItems} work-items; one step alone needs {needed} bytes. Allow more local memory, or take fewer work-items.");

    [DoesNotReturn]
    internal static void WorkItems(int workItems)
        => throw new ArgumentOutOfRangeException(nameof(workItems), workItems, "A group of a kernel has 32, 64, 128 or 256 work-items. Choose one of these.");

    [DoesNotReturn]
    internal static void NoKernelForm(string op)
        => throw new DeviceException(
            $"Kernels were planned for a program with the operator {op}; there is no form of it for devices. Compute its factors with the Cpu engine.");
}
