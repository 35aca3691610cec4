using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace FactorGpu.Errors;

/// <content>OpenCL: its loader, its devices and their compilers.</content>
internal static partial class Throw
{
    private const string OtherDevice = "Update its driver, or take another device or engine.";

    [DoesNotReturn]
    internal static void OpenClMissing(string asked, string reasons)
        => throw new DeviceException(
            $"{asked} was asked for; OpenCL is not on this machine ({reasons}). Install the driver of the device, or take another engine.");

    [DoesNotReturn]
    internal static void OpenClDeviceGone(string asked, string found)
        => throw new DeviceException($"{asked} was asked for; it is not among the devices that are there now: {found}. Look for devices again.");

    [DoesNotReturn]
    internal static void OpenClDeviceUnusable(string device, string why)
        => throw new DeviceException($"{device} is left out: {why}. {OtherDevice}");

    /// <param name="call">The function, and what of it: "clEnqueueNDRangeKernel of kernel fused_07".</param>
    /// <param name="code">The code as the specification writes it.</param>
    /// <param name="number">The code's number.</param>
    /// <param name="place">The device or platform.</param>
    [DoesNotReturn]
    internal static void OpenClCallFailed(string call, string code, int number, string place)
        => throw new DeviceException(string.Create(CultureInfo.InvariantCulture, $"{call} returned {code} ({number}) on {place}. {OtherDevice}"));

    /// <summary>An operation was accepted and failed while the device worked on it.</summary>
    [DoesNotReturn]
    internal static void OpenClOperationFailed(string call, string code, int number, string place, bool isOutOfMemory)
        => throw new DeviceException(string.Create(
            CultureInfo.InvariantCulture, $"{call} was accepted by {place} and ended with {code} ({number}); its results are lost. {OtherDevice}"))
        {
            IsOutOfMemory = isOutOfMemory,
        };

    /// <param name="call">The function, and what of it.</param>
    /// <param name="code">The code as the specification writes it.</param>
    /// <param name="number">The code's number.</param>
    /// <param name="place">The device.</param>
    /// <param name="askedBytes">Bytes that the call is about; 0 when it is about no memory of its own.</param>
    /// <param name="deviceBytes">Memory of the device.</param>
    /// <param name="largestBytes">The largest piece that it gives at once.</param>
    [DoesNotReturn]
    internal static void OpenClOutOfMemory(string call, string code, int number, string place, long askedBytes, long deviceBytes, long largestBytes)
        => throw new DeviceException(string.Create(
            CultureInfo.InvariantCulture,
            $"{call} returned {code} ({number}) on {place}: {(askedBytes == 0 ? "too little memory is free" : $"{askedBytes} bytes were asked for")}; "
            + $"the device has {deviceBytes} bytes in all and gives at most {largestBytes} at once. Ask for less at a time, or free what is not needed."))
        {
            IsOutOfMemory = true,
        };

    [DoesNotReturn]
    internal static void OpenClBuildFailed(string kernels, string code, int number, string place, string log)
        => throw new DeviceException(string.Create(
            CultureInfo.InvariantCulture,
            $"clBuildProgram of the kernels {kernels} returned {code} ({number}) on {place}. {OtherDevice} The compiler's log:\n{log}"));

    [DoesNotReturn]
    internal static void OpenClArgumentCount(string kernel, int given, long needed, string place)
        => throw new DeviceException(string.Create(
            CultureInfo.InvariantCulture, $"Kernel {kernel} was given {given} arguments on {place}; it takes {needed}. Pass one for each of its parameters."));
}
