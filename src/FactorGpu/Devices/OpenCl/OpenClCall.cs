using System.Globalization;
using FactorGpu.Engines.Gpu;

namespace FactorGpu.Devices.OpenCl;

/// <summary>A call of OpenCL, as its failure tells of it. The words are put together only then.</summary>
/// <param name="Function">The function's name.</param>
/// <param name="Device">The device that it is about.</param>
internal readonly record struct OpenClCall(string Function, GpuDeviceInfo Device)
{
    /// <summary>The kernel that it is about; null for none.</summary>
    internal string? Kernel { get; init; }

    /// <summary>Number of the kernel's argument that it is about; null for none.</summary>
    internal int? Argument { get; init; }

    /// <summary>Bytes of memory that it is about, which the driver may get only now; 0 for none.</summary>
    internal long Bytes { get; init; }

    /// <summary>The device in words.</summary>
    internal string Place => PlaceOf(Device);

    internal static string PlaceOf(GpuDeviceInfo device) => string.Create(CultureInfo.InvariantCulture, $"OpenCL device {device.Index}, \"{device.Name}\"");

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Function}{(Argument is int number ? $" of argument {number}" : "")}{(Kernel is null ? "" : $" of kernel {Kernel}")}{(Bytes == 0 ? "" : $" of {Bytes} bytes")}");
}
