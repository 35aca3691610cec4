using System;
using System.Linq;
using System.Runtime.InteropServices;
using FactorGpu.Engines.Gpu;
using FactorGpu.Errors;
using Xunit;

namespace FactorGpu.Tests.Devices;

/// <summary>Queues, copies and memory: what every device must do behind the seam.</summary>
public sealed class DeviceQueueTests
{
    // Each step depends on the one before, so that no compiler shortens the loop.
    private const string Slow = """
        KERNEL void slow(GLOBAL int* x, int steps)
        {
            unsigned int state = 1u;
            for (int i = 0; i < steps; i++) state = state * 1664525u + 1013904223u + (state >> 7);
            x[GROUP * ITEMS + ITEM] = state == 0u ? 1 : 2;
        }
        """;

    [Theory, MemberData(nameof(DeviceUnderTest.All), MemberType = typeof(DeviceUnderTest))]
    public void ElapsedMs_OfAKernelAndACopy_IsAboveZero(DeviceUnderTest under)
    {
        using IGpuDevice device = under.Open();
        using IGpuKernels kernels = device.Build(under.Source(Slow), ["slow"]);
        using IGpuQueue queue = device.CreateQueue();
        using IGpuBuffer x = device.Allocate(1 << 20);
        using IGpuBuffer y = device.Allocate(1 << 20);

        using IGpuEvent ran = queue.Launch(kernels, 0, 32, 32, [GpuArgument.Of(x), GpuArgument.Of(10_000)]);
        using IGpuEvent copied = queue.Copy(x, y, 1 << 20);
        queue.Finish();

        Assert.True(ran.ElapsedMs > 0, $"The kernel took {ran.ElapsedMs} ms.");
        Assert.True(copied.ElapsedMs > 0, $"The copy took {copied.ElapsedMs} ms.");
    }

    [Theory, MemberData(nameof(DeviceUnderTest.All), MemberType = typeof(DeviceUnderTest))]
    public void StartAfter_AnOperationOfAnotherQueue_WaitsForIt(DeviceUnderTest under)
    {
        using IGpuDevice device = under.Open();
        using IGpuKernels kernels = device.Build(under.Source(Slow), ["slow"]);
        using IGpuQueue first = device.CreateQueue();
        using IGpuQueue second = device.CreateQueue();
        using IGpuBuffer x = DeviceData.Upload(device, first, new int[32]);
        using IGpuBuffer y = DeviceData.Upload(device, first, new int[32]);

        using IGpuEvent ran = first.Launch(kernels, 0, 1, 32, [GpuArgument.Of(x), GpuArgument.Of(20_000_000)]);
        second.StartAfter(ran);
        using IGpuEvent copied = second.Copy(x, y, 32 * sizeof(int));
        copied.Wait();

        Assert.Equal(Enumerable.Repeat(2, 32), DeviceData.Download<int>(second, y, 32));
    }

    [Theory, MemberData(nameof(DeviceUnderTest.All), MemberType = typeof(DeviceUnderTest))]
    public void StartAfter_InAPipelineOfTwoQueues_KeepsEveryStepInOrder(DeviceUnderTest under)
    {
        using IGpuDevice device = under.Open();
        using IGpuKernels kernels = device.Build(
            under.Source("KERNEL void twice(GLOBAL const int* x, GLOBAL int* y) { int i = GROUP * ITEMS + ITEM; y[i] = 2 * x[i]; }"), ["twice"]);
        using IGpuQueue copies = device.CreateQueue();
        using IGpuQueue work = device.CreateQueue();
        using IGpuBuffer x = device.Allocate(4096 * sizeof(int));
        using IGpuBuffer y = device.Allocate(4096 * sizeof(int));
        int[][] days = [.. Enumerable.Range(1, 50).Select(d => Enumerable.Range(d, 4096).ToArray())];
        int[][] doubled = [.. days.Select(_ => new int[4096])];

        GCHandle[] pins = [.. days.Concat(doubled).Select(array => GCHandle.Alloc(array, GCHandleType.Pinned))];
        for (int d = 0; d < days.Length; d++)
        {
            using IGpuEvent up = copies.Upload(pins[d].AddrOfPinnedObject(), x, 0, x.Bytes);
            work.StartAfter(up);
            using IGpuEvent ran = work.Launch(kernels, 0, 64, 64, [GpuArgument.Of(x), GpuArgument.Of(y)]);
            copies.StartAfter(ran);
            using IGpuEvent down = copies.Download(y, 0, pins[days.Length + d].AddrOfPinnedObject(), y.Bytes);
        }

        copies.Finish();
        Array.ForEach(pins, pin => pin.Free());

        Assert.All(days.Zip(doubled), pair => Assert.Equal(pair.First.Select(value => 2 * value), pair.Second));
    }

    [Theory, MemberData(nameof(DeviceUnderTest.All), MemberType = typeof(DeviceUnderTest))]
    public void UploadAndDownload_AtOffsets_TouchTheirPartAlone(DeviceUnderTest under)
    {
        using IGpuDevice device = under.Open();
        using IGpuQueue queue = device.CreateQueue();
        using IGpuBuffer x = DeviceData.Upload(device, queue, [0, 1, 2, 3, 4, 5]);
        int[] part = [20, 30];
        int[] found = new int[3];

        DeviceData.Pinned(part, start => queue.Upload(start, x, 2 * sizeof(int), 2 * sizeof(int)).Wait());
        DeviceData.Pinned(found, start => queue.Download(x, 3 * sizeof(int), start, 3 * sizeof(int)).Wait());

        Assert.Equal([0, 1, 20, 30, 4, 5], DeviceData.Download<int>(queue, x, 6));
        Assert.Equal([30, 4, 5], found);
    }

    [Theory, MemberData(nameof(DeviceUnderTest.All), MemberType = typeof(DeviceUnderTest))]
    public void Copy_OfAStart_LeavesTheRest(DeviceUnderTest under)
    {
        using IGpuDevice device = under.Open();
        using IGpuQueue queue = device.CreateQueue();
        using IGpuBuffer x = DeviceData.Upload(device, queue, [1, 2, 3]);
        using IGpuBuffer y = DeviceData.Upload(device, queue, [7, 8, 9, 10]);

        queue.Copy(x, y, 2 * sizeof(int)).Wait();

        Assert.Equal([1, 2, 9, 10], DeviceData.Download<int>(queue, y, 4));
    }

    [Theory, MemberData(nameof(DeviceUnderTest.All), MemberType = typeof(DeviceUnderTest))]
    public void AllocateHost_ForItsWholeLife_IsPlainMemoryThatCopiesUse(DeviceUnderTest under)
    {
        using IGpuDevice device = under.Open();
        using IGpuQueue queue = device.CreateQueue();
        using IGpuHostMemory host = device.AllocateHost(1_000_000);
        using IGpuBuffer x = device.Allocate(host.Bytes);
        byte[] written = [.. Enumerable.Range(0, 1_000_000).Select(i => (byte)(i * 7))];
        byte[] read = new byte[written.Length];
        nint start = host.Start;

        for (int round = 0; round < 3; round++)
        {
            written[round]++;
            Marshal.Copy(written, 0, host.Start, written.Length);
            queue.Upload(host.Start, x, 0, host.Bytes).Wait();
            Marshal.Copy(new byte[written.Length], 0, host.Start, written.Length);
            queue.Download(x, 0, host.Start, host.Bytes).Wait();
            Marshal.Copy(host.Start, read, 0, read.Length);

            Assert.Equal(written, read);
        }

        Assert.Equal(start, host.Start);
        Assert.Equal(1_000_000, host.Bytes);
    }

    [Theory, MemberData(nameof(DeviceUnderTest.All), MemberType = typeof(DeviceUnderTest))]
    public void Allocate_OfMoreThanAnyDeviceHas_IsOutOfMemoryWithBothSizes(DeviceUnderTest under)
    {
        const long Absurd = 1L << 60;
        using IGpuDevice device = under.Open();

        var onDevice = Assert.Throws<DeviceException>(() => device.Allocate(Absurd));
        var onHost = Assert.Throws<DeviceException>(() => device.AllocateHost(Absurd));

        Assert.All([onDevice, onHost], thrown =>
        {
            Assert.True(thrown.IsOutOfMemory);
            Assert.Contains("1152921504606846976 bytes", thrown.Message);
            Assert.Contains($"{device.Info.MemoryBytes} bytes", thrown.Message);
            Assert.Contains(device.Info.Name, thrown.Message);
        });
    }

    [Theory, MemberData(nameof(DeviceUnderTest.All), MemberType = typeof(DeviceUnderTest))]
    public void Allocate_OfNothing_IsRefused(DeviceUnderTest under)
    {
        using IGpuDevice device = under.Open();

        Assert.Throws<ArgumentOutOfRangeException>(() => device.Allocate(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => device.AllocateHost(-1));
    }
}
