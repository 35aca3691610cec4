using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using FactorGpu.Devices.OpenCl;
using FactorGpu.Engines.Gpu;
using Xunit;

namespace FactorGpu.Tests.Devices;

/// <summary>A device that the tests of the seam run on, and what its dialect of C calls things.</summary>
public sealed class DeviceUnderTest
{
    private const string OpenClWords = """
        #define KERNEL __kernel
        #define GLOBAL __global
        #define LOCAL __local
        #define BARRIER() barrier(CLK_LOCAL_MEM_FENCE)
        #define GROUP ((int)get_group_id(0))
        #define ITEM ((int)get_local_id(0))
        #define ITEMS ((int)get_local_size(0))

        """;

    private readonly string _name;
    private readonly string _words;
    private readonly Func<IGpuDevice> _open;

    private DeviceUnderTest(string name, string words, Func<IGpuDevice> open)
    {
        _name = name;
        _words = words;
        _open = open;
    }

    /// <summary>Every device there is, as the data of a theory; where there is none, one row that skips.</summary>
    public static TheoryData<DeviceUnderTest> All => [.. OpenCl()];

    public override string ToString() => _name;

    /// <summary>Opens the device; skips the calling test where there is none.</summary>
    internal IGpuDevice Open() => _open();

    /// <summary>Opens the device; skips the calling test where it does not compute in float64.</summary>
    internal IGpuDevice OpenWithFp64()
    {
        IGpuDevice device = _open();
        if (!device.Info.HasFp64)
        {
            device.Dispose();
            Assert.Skip($"{device.Info.Name} does not compute in float64; run on a device that does.");
        }

        return device;
    }

    /// <summary>Kernel text in the device's dialect.</summary>
    /// <param name="text">Text that says KERNEL, GLOBAL, LOCAL, BARRIER(), GROUP, ITEM and ITEMS.</param>
    internal string Source(string text) => _words + text;

    private static ImmutableArray<DeviceUnderTest> OpenCl()
    {
        var driver = new OpenClDriver();
        ImmutableArray<GpuDeviceInfo> devices = driver.Search().Devices;
        return devices.IsEmpty
            ? [new("opencl, none", OpenClWords, OpenMissing)]
            : [.. devices.Select(device => new DeviceUnderTest(string.Create(CultureInfo.InvariantCulture, $"opencl {device.Index}, {device.Name}"), OpenClWords, () => driver.Open(device)))];

        IGpuDevice OpenMissing()
        {
            Requirement.OpenCl();
            return driver.Open(driver.Search().Devices[0]);
        }
    }
}
