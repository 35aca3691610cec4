using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Devices.OpenCl;
using FactorGpu.Engines.Gpu;
using Xunit;

namespace FactorGpu.Tests.Devices.OpenCl;

/// <summary>Several devices of one platform, which PoCL makes of one processor.</summary>
public sealed class OpenClDevicesTests
{
    private const string Pocl = "Portable Computing Language";

    [Fact]
    public void Devices_TwoOfOnePlatform_WorkBesideEachOther()
    {
        Requirement.OpenCl(Pocl);
        if (!ChildRun.IsWith<OpenClDevicesTests>("POCL_DEVICES", "pthread pthread"))
        {
            return;
        }

        var driver = new OpenClDriver();
        ImmutableArray<GpuDeviceInfo> infos = [.. driver.Search().Devices.Where(device => device.Platform.Contains(Pocl))];
        Assert.Equal(2, infos.Length);
        Assert.Equal(infos[0].Index + 1, infos[1].Index);

        using IGpuDevice first = driver.Open(infos[0]);
        using IGpuDevice second = driver.Open(infos[1]);
        IGpuDevice[] devices = [first, second];
        IGpuKernels[] kernels = [.. devices.Select(device => device.Build("__kernel void fill(__global int* x, int value) { x[get_global_id(0)] = value; }", ["fill"]))];
        IGpuQueue[] queues = [.. devices.Select(device => device.CreateQueue())];
        IGpuBuffer[] buffers = [.. devices.Select(device => device.Allocate(64 * sizeof(int)))];
        IGpuEvent[] events = [.. Enumerable.Range(0, 2).Select(i => queues[i].Launch(kernels[i], 0, 2, 32, [GpuArgument.Of(buffers[i]), GpuArgument.Of(i + 5)]))];

        Assert.All(events, ran => ran.Wait());
        Assert.Equal(infos, devices.Select(device => device.Info));
        Assert.Equal(Enumerable.Repeat(5, 64), DeviceData.Download<int>(queues[0], buffers[0], 64));
        Assert.Equal(Enumerable.Repeat(6, 64), DeviceData.Download<int>(queues[1], buffers[1], 64));
    }
}
