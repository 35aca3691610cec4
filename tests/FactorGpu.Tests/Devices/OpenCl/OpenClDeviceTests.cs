using System;
using System.Runtime.InteropServices;
using FactorGpu.Devices.OpenCl;
using FactorGpu.Engines.Gpu;
using FactorGpu.Errors;
using Xunit;

namespace FactorGpu.Tests.Devices.OpenCl;

/// <summary>What the seam leaves open and OpenCL promises.</summary>
public sealed class OpenClDeviceTests
{
    private const string Fill = "__kernel void fill(__global int* x, int value) { x[get_global_id(0)] = value; }";

    [Theory]
    [InlineData(-1, 4)]
    [InlineData(0, 0)]
    [InlineData(0, 9)]
    [InlineData(5, 4)]
    [InlineData(long.MaxValue, long.MaxValue)]
    public void Copies_OfAPartOutsideTheMemory_AreRefused(long offset, long bytes)
    {
        using OpenClDevice device = OpenFirst();
        using IGpuQueue queue = device.CreateQueue();
        using IGpuBuffer x = device.Allocate(8);
        using IGpuHostMemory host = device.AllocateHost(8);

        Assert.Throws<ArgumentOutOfRangeException>(() => queue.Upload(host.Start, x, offset, bytes));
        Assert.Throws<ArgumentOutOfRangeException>(() => queue.Download(x, offset, host.Start, bytes));
    }

    [Fact]
    public void Upload_FromNowhere_IsRefusedWithTheDevice()
    {
        using OpenClDevice device = OpenFirst();
        using IGpuQueue queue = device.CreateQueue();
        using IGpuBuffer x = device.Allocate(8);

        var thrown = Assert.Throws<DeviceException>(() => queue.Upload(0, x, 0, 8));

        Assert.Contains("clEnqueueWriteBuffer of 8 bytes returned CL_INVALID_VALUE (-30)", thrown.Message);
        Assert.Contains(device.Info.Name, thrown.Message);
    }

    [Fact]
    public void Launch_OfANumberWhereTheKernelTakesABuffer_NamesTheArgument()
    {
        using OpenClDevice device = OpenFirst();
        using IGpuQueue queue = device.CreateQueue();
        using IGpuKernels kernels = device.Build(Fill, ["fill"]);

        var thrown = Assert.Throws<DeviceException>(() => queue.Launch(kernels, 0, 1, 1, [GpuArgument.Of(1), GpuArgument.Of(2)]));

        Assert.Contains("clSetKernelArg of argument 0 of kernel fill returned CL_INVALID_ARG_SIZE (-51)", thrown.Message);
    }

    [Fact]
    public void Dispose_OfTheDeviceBeforeWhatItMade_LeavesItUsableAndFreesItLater()
    {
        OpenClDevice device = OpenFirst();
        IGpuQueue queue = device.CreateQueue();
        IGpuKernels kernels = device.Build(Fill, ["fill"]);
        IGpuHostMemory host = device.AllocateHost(64 * sizeof(int));
        IGpuBuffer x = device.Allocate(64 * sizeof(int));
        IGpuEvent ran = queue.Launch(kernels, 0, 2, 32, [GpuArgument.Of(x), GpuArgument.Of(9)]);

        device.Dispose();
        kernels.Dispose();
        ran.Wait();
        queue.Download(x, 0, host.Start, x.Bytes).Wait();
        int last = Marshal.ReadInt32(host.Start, 63 * sizeof(int));
        x.Dispose();
        queue.Dispose();
        host.Dispose();
        ran.Dispose();
        device.Dispose();

        Assert.Equal(9, last);
        Assert.Throws<ObjectDisposedException>(() => queue.Launch(kernels, 0, 2, 32, [GpuArgument.Of(x), GpuArgument.Of(9)]));
    }

    private static OpenClDevice OpenFirst()
    {
        Requirement.OpenCl();
        var driver = new OpenClDriver();
        return (OpenClDevice)driver.Open(driver.Search().Devices[0]);
    }
}
