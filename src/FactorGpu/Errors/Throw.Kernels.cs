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

    [DoesNotReturn]
    internal static void NoFp64(string device)
        => throw new DeviceException($"Double precision was asked of {device}; it does not compute in float64. Ask for single precision, or take another device or the Cpu engine.");

    [DoesNotReturn]
    internal static void GroupTooLarge(string kernel, int workItems, string device, int largest)
        => throw new DeviceException(
            $"The kernel {kernel} was planned for groups of {workItems} work-items; as compiled for {device} it can run with {largest} at most. Take fewer work-items.");
}
