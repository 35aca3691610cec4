using System;
using System.Text;
using FactorGpu.Devices.OpenCl.Native;
using FactorGpu.Engines.Gpu;
using FactorGpu.Errors;

namespace FactorGpu.Devices.OpenCl;

/// <summary>Turns the status of every call into nothing or a <see cref="DeviceException"/>.</summary>
internal static class OpenClChecks
{
    /// <summary>Refuses every status but success.</summary>
    /// <exception cref="DeviceException">The call failed.</exception>
    internal static void Check(this OpenClStatus status, OpenClCall call)
    {
        if (status == OpenClStatus.Success)
        {
            return;
        }

        if (IsOutOfMemory(status, call))
        {
            GpuDeviceInfo device = call.Device;
            Throw.OpenClOutOfMemory(call.Function, Symbol(status), (int)status, call.Place, call.Bytes, device.MemoryBytes, device.LargestBufferBytes);
        }

        Throw.OpenClCallFailed(call.ToString(), Symbol(status), (int)status, call.Place);
    }

    /// <summary>Refuses every status but success, before a device is known.</summary>
    /// <exception cref="DeviceException">The call failed.</exception>
    internal static void Check(this OpenClStatus status, string call, string place)
    {
        if (status != OpenClStatus.Success)
        {
            Throw.OpenClCallFailed(call, Symbol(status), (int)status, place);
        }
    }

    /// <summary>Refuses an operation that was accepted and failed later.</summary>
    /// <param name="execution">What became of it: not below 0 where it did not fail.</param>
    /// <param name="call">The call that was accepted.</param>
    /// <exception cref="DeviceException">It failed.</exception>
    internal static void CheckExecution(this OpenClStatus execution, OpenClCall call)
    {
        if (execution < OpenClStatus.Success)
        {
            Throw.OpenClOperationFailed(call.ToString(), Symbol(execution), (int)execution, call.Place, IsAlwaysOutOfMemory(execution));
        }
    }

    /// <summary>The code as the specification writes it: CL_OUT_OF_RESOURCES.</summary>
    internal static string Symbol(this OpenClStatus status)
    {
        if (!Enum.IsDefined(status))
        {
            return "an unknown code";
        }

        var text = new StringBuilder("CL");
        foreach (char c in status.ToString())
        {
            text.Append(char.IsAsciiLetterUpper(c) ? "_" : "").Append(char.ToUpperInvariant(c));
        }

        return text.ToString();
    }

    // Out of resources says memory where memory is asked for or first used, as drivers give it out late; of a kernel it may as well say registers or a bad address.
    private static bool IsOutOfMemory(OpenClStatus status, OpenClCall call)
        => IsAlwaysOutOfMemory(status)
            || (call.Bytes != 0 && status is OpenClStatus.OutOfResources or OpenClStatus.InvalidBufferSize or OpenClStatus.MapFailure);

    private static bool IsAlwaysOutOfMemory(OpenClStatus status) => status is OpenClStatus.MemObjectAllocationFailure or OpenClStatus.OutOfHostMemory;
}
