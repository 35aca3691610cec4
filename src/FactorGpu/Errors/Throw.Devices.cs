using System;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace FactorGpu.Errors;

/// <content>Devices that are asked for, whatever their kind.</content>
internal static partial class Throw
{
    private const string SeeDevices = "`factorgpu devices` lists what is there.";

    /// <param name="engine">The engine that was asked for.</param>
    /// <param name="found">What was found, or why there is nothing.</param>
    [DoesNotReturn]
    internal static void NoDevice(string engine, string found)
        => throw new DeviceException($"The engine {engine} was asked for; this machine has no device for it ({found}). Install its driver, or take the engine cpu or auto. {SeeDevices}");

    [DoesNotReturn]
    internal static void NoGpu(string found)
        => throw new DeviceException($"Bars were to stay on a GPU; this machine has none for their precision ({found}). Name the engine and the device to use a processor, or compute from memory. {SeeDevices}");

    [DoesNotReturn]
    internal static void NoSuchDevice(int index, string engine, string found)
        => throw new DeviceException(string.Create(
            CultureInfo.InvariantCulture, $"Device {index} of the engine {engine} was asked for; there are: {found}. Take one of these. {SeeDevices}"));

    [DoesNotReturn]
    internal static void DeviceWithoutKind(int index, string engine)
        => throw new DeviceException(string.Create(
            CultureInfo.InvariantCulture, $"Device {index} was asked for with the engine {engine}, under which devices have no index. Take the engine opencl or cuda, or leave the device out."));

    [DoesNotReturn]
    internal static void EngineWithoutDevices(string engine)
        => throw new DeviceException($"Bars were to stay on a device of the engine {engine}, which has none. Take the engine opencl, cuda or auto, or compute from memory.");

    [DoesNotReturn]
    internal static void ResidentOutOfMemory(int days, long bytes, int uploaded, string device, long deviceBytes, Exception cause)
        => throw new DeviceException(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{days} days, {bytes} bytes, were to stay on {device}, which has {deviceBytes} bytes for all that use it; memory ran out after {uploaded} of them. "
                + $"Keep fewer days there or take single precision, or compute from memory, which uploads days as there is room. {cause.Message}"),
            cause)
        {
            IsOutOfMemory = true,
        };
}
