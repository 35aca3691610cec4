using System;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using FactorGpu.Devices.Cuda;
using FactorGpu.Engines.Gpu;
using FactorGpu.Errors;
using Xunit;

namespace FactorGpu.Tests.Devices.Cuda;

/// <summary>A card through the seam; without one every test skips with the reasons of the search.</summary>
public sealed class CudaDeviceTests : IDisposable
{
    private const string Add = """
        extern "C" __global__ void add(const double* a, const double* b, double* sum, int n)
        {
            int i = blockIdx.x * blockDim.x + threadIdx.x;
            if (i < n)
            {
                sum[i] = a[i] + b[i];
            }
        }
        """;

    private readonly TempFolder _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public void Info_OfACard_SaysWhatItIs()
    {
        using IGpuDevice device = Open();

        Assert.Matches("^sm_[0-9]{2,3}$", device.Info.Architecture);
        Assert.True(device.Info.MemoryBytes > 0);
        Assert.True(device.Info.LocalBytes >= 48 << 10);
        Assert.True(device.Info.LargestGroup >= 256);
        Assert.Equal(32, device.Info.PreferredGroupMultiple);
    }

    [Fact]
    public void Launch_OfAnAddition_Adds()
    {
        const int N = 1000;
        using IGpuDevice device = Open();
        using IGpuQueue queue = device.CreateQueue();
        using IGpuQueue second = device.CreateQueue();
        using IGpuKernels kernels = device.Build(Add, ["add"]);
        using IGpuHostMemory host = device.AllocateHost(2 * N * sizeof(double));
        using IGpuBuffer a = device.Allocate(N * sizeof(double));
        using IGpuBuffer both = device.Allocate(2 * N * sizeof(double));
        double[] numbers = [.. Enumerable.Range(0, 2 * N).Select(i => i / 3.0)];
        Marshal.Copy(numbers, 0, host.Start, numbers.Length);

        using IGpuEvent upload = queue.Upload(host.Start, both, 0, 2 * N * sizeof(double));
        using IGpuEvent tail = queue.Upload(host.Start + (N * sizeof(double)), both, 0, N * sizeof(double));
        using IGpuEvent copy = queue.Copy(both, a, N * sizeof(double));
        using IGpuEvent launch = queue.Launch(kernels, 0, (N + 255) / 256, 256, [GpuArgument.Of(a), GpuArgument.Of(both), GpuArgument.Of(both), GpuArgument.Of(N)]);
        second.StartAfter(launch);
        using IGpuEvent download = second.Download(both, 0, host.Start, 2 * N * sizeof(double));
        second.Finish();
        launch.Wait();

        double[] actual = new double[2 * N];
        Marshal.Copy(host.Start, actual, 0, actual.Length);
        Assert.Equal(numbers[N..].Select(x => x + x).Concat(numbers[N..]), actual);
        Assert.InRange(kernels.LargestGroup(0), 256, device.Info.LargestGroup);
        Assert.True(launch.ElapsedMs >= 0);
    }

    [Fact]
    public void Build_OfWhatDoesNotCompile_HoldsTheLog()
    {
        using IGpuDevice device = Open();

        var error = Assert.Throws<DeviceException>(() => device.Build("extern \"C\" __global__ void k() { missing(); also_missing(); }", ["k"]));

        Assert.Contains("NVRTC_ERROR_COMPILATION (6)", error.Message);
        Assert.Contains(device.Info.Name, error.Message);
        Assert.Contains("identifier \"missing\" is undefined", error.Message);
        Assert.Contains("identifier \"also_missing\" is undefined", error.Message);
    }

    [Fact]
    public void Build_OfAKernelThatIsNotInTheText_NamesIt()
    {
        using IGpuDevice device = Open();

        var error = Assert.Throws<DeviceException>(() => device.Build(Add, ["subtract"]));

        Assert.Contains("cuModuleGetFunction for kernel subtract returned CUDA_ERROR_NOT_FOUND (500)", error.Message);
    }

    [Fact]
    public void Build_ASecondTime_TakesWhatTheFirstHasKept()
    {
        using IGpuDevice device = Open();
        using IGpuKernels first = device.Build(Add, ["add"]);
        string entry = Assert.Single(Directory.GetFiles(_store.Path));
        DateTime written = File.GetLastWriteTimeUtc(entry);
        using IGpuKernels second = device.Build(Add, ["add"]);

        Assert.Equal(first.LargestGroup(0), second.LargestGroup(0));
        Assert.Equal(written, File.GetLastWriteTimeUtc(entry));
    }

    [Fact]
    public void Allocate_OfMoreThanTheCardHas_IsOutOfMemory()
    {
        using IGpuDevice device = Open();

        var error = Assert.Throws<DeviceException>(() => device.Allocate(2 * device.Info.MemoryBytes));

        Assert.True(error.IsOutOfMemory);
        Assert.Contains($"was asked for {2 * device.Info.MemoryBytes} bytes", error.Message);
    }

    private IGpuDevice Open()
    {
        var driver = new CudaDriver(new KernelStore(_store.Path, KernelStore.MostBytes));
        GpuSearch search = driver.Search();
        Assert.SkipWhen(search.Devices.IsEmpty, $"There is no CUDA device: {string.Join("; ", search.Reasons)}.");
        return driver.Open(search.Devices[0]);
    }
}
