using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using FactorGpu.Engines.Gpu;
using FactorGpu.Errors;
using Xunit;

namespace FactorGpu.Tests.Devices;

/// <summary>Kernels: what every device must do behind the seam.</summary>
public sealed class DeviceTests
{
    private const string Add = """
        KERNEL void add(GLOBAL const double* a, GLOBAL const double* b, GLOBAL double* sum, int n)
        {
            int i = GROUP * ITEMS + ITEM;
            if (i < n) sum[i] = a[i] + b[i];
        }
        """;

    private const string Fill = """
        KERNEL void fill(GLOBAL int* x, int value) { x[GROUP * ITEMS + ITEM] = value; }
        KERNEL void shift(GLOBAL int* x, int by) { x[GROUP * ITEMS + ITEM] += by; }
        """;

    private const string SumOfGroup = """
        KERNEL void sum(GLOBAL const int* x, GLOBAL int* sums)
        {
            LOCAL int part[64];
            part[ITEM] = x[GROUP * 64 + ITEM];
            BARRIER();
            for (int width = 32; width > 0; width /= 2)
            {
                if (ITEM < width) part[ITEM] += part[ITEM + width];
                BARRIER();
            }
            if (ITEM == 0) sums[GROUP] = part[0];
        }
        """;

    [Theory, MemberData(nameof(DeviceUnderTest.All), MemberType = typeof(DeviceUnderTest))]
    public void Launch_OfAnElementwiseKernel_ComputesInFloat64(DeviceUnderTest under)
    {
        using IGpuDevice device = under.OpenWithFp64();
        using IGpuKernels kernels = device.Build(under.Source(Add), ["add"]);
        using IGpuQueue queue = device.CreateQueue();
        using IGpuBuffer a = DeviceData.Upload(device, queue, [0.1, 1e300, -3.0]);
        using IGpuBuffer b = DeviceData.Upload(device, queue, [0.2, 1e284, 3.0]);
        using IGpuBuffer sum = DeviceData.Upload(device, queue, [7.0, 7.0, 7.0, 7.0]);

        using IGpuEvent ran = queue.Launch(kernels, 0, 2, 32, [GpuArgument.Of(a), GpuArgument.Of(b), GpuArgument.Of(sum), GpuArgument.Of(3)]);

        ran.Wait();
        Assert.Equal([0.1 + 0.2, 1e300 + 1e284, 0.0, 7.0], DeviceData.Download<double>(queue, sum, 4));
    }

    [Theory, MemberData(nameof(DeviceUnderTest.All), MemberType = typeof(DeviceUnderTest))]
    public void Launch_OfAReduction_SharesLocalMemoryBetweenBarriers(DeviceUnderTest under)
    {
        using IGpuDevice device = under.Open();
        using IGpuKernels kernels = device.Build(under.Source(SumOfGroup), ["sum"]);
        using IGpuQueue queue = device.CreateQueue();
        using IGpuBuffer x = DeviceData.Upload(device, queue, Enumerable.Range(0, 64 * 100).ToArray());
        using IGpuBuffer sums = device.Allocate(100 * sizeof(int));

        using IGpuEvent ran = queue.Launch(kernels, 0, 100, 64, [GpuArgument.Of(x), GpuArgument.Of(sums)]);

        ran.Wait();
        Assert.Equal(Enumerable.Range(0, 100).Select(g => (64 * 64 * g) + (64 * 63 / 2)), DeviceData.Download<int>(queue, sums, 100));
    }

    [Theory, MemberData(nameof(DeviceUnderTest.All), MemberType = typeof(DeviceUnderTest))]
    public void Launch_OfSeveralKernelsInOneQueue_RunsThemByNumberInOrder(DeviceUnderTest under)
    {
        using IGpuDevice device = under.Open();
        using IGpuKernels kernels = device.Build(under.Source(Fill), ["shift", "fill"]);
        using IGpuQueue queue = device.CreateQueue();
        using IGpuBuffer x = device.Allocate(64 * sizeof(int));

        queue.Launch(kernels, 1, 2, 32, [GpuArgument.Of(x), GpuArgument.Of(5)]).Dispose();
        queue.Launch(kernels, 0, 1, 32, [GpuArgument.Of(x), GpuArgument.Of(-7)]).Dispose();
        queue.Finish();

        Assert.Equal([.. Enumerable.Repeat(-2, 32), .. Enumerable.Repeat(5, 32)], DeviceData.Download<int>(queue, x, 64));
    }

    [Theory, MemberData(nameof(DeviceUnderTest.All), MemberType = typeof(DeviceUnderTest))]
    public void Launch_OfOneKernelByManyThreads_GivesEachItsOwnArguments(DeviceUnderTest under)
    {
        using IGpuDevice device = under.Open();
        using IGpuKernels kernels = device.Build(under.Source(Fill), ["fill"]);
        int[] wrong = new int[4];

        Parallel.For(0, wrong.Length, new ParallelOptions { MaxDegreeOfParallelism = wrong.Length }, thread =>
        {
            using IGpuQueue queue = device.CreateQueue();
            using IGpuBuffer x = device.Allocate(32 * sizeof(int));
            for (int run = 0; run < 200; run++)
            {
                int value = (1000 * thread) + run;
                queue.Launch(kernels, 0, 1, 32, [GpuArgument.Of(x), GpuArgument.Of(value)]).Dispose();
                wrong[thread] += DeviceData.Download<int>(queue, x, 32).Count(found => found != value);
            }
        });

        Assert.Equal([0, 0, 0, 0], wrong);
    }

    [Theory, MemberData(nameof(DeviceUnderTest.All), MemberType = typeof(DeviceUnderTest))]
    public void Launch_WithTooFewOrTooManyArguments_NamesTheKernelAndBothNumbers(DeviceUnderTest under)
    {
        using IGpuDevice device = under.Open();
        using IGpuKernels kernels = device.Build(under.Source(Fill), ["shift", "fill"]);
        using IGpuQueue queue = device.CreateQueue();
        using IGpuBuffer x = device.Allocate(32 * sizeof(int));
        queue.Launch(kernels, 1, 1, 32, [GpuArgument.Of(x), GpuArgument.Of(1)]).Dispose();

        var few = Assert.Throws<DeviceException>(() => queue.Launch(kernels, 1, 1, 32, [GpuArgument.Of(x)]));
        var many = Assert.Throws<DeviceException>(() => queue.Launch(kernels, 1, 1, 32, [GpuArgument.Of(x), GpuArgument.Of(1), GpuArgument.Of(2)]));

        Assert.Contains("Kernel fill was given 1 arguments", few.Message);
        Assert.Contains("Kernel fill was given 3 arguments", many.Message);
        Assert.Contains("it takes 2", many.Message);
        Assert.Contains(device.Info.Name, many.Message);
        queue.Finish();
    }

    [Theory, MemberData(nameof(DeviceUnderTest.All), MemberType = typeof(DeviceUnderTest))]
    public void LargestGroup_OfABuiltKernel_IsWithinThatOfTheDevice(DeviceUnderTest under)
    {
        using IGpuDevice device = under.Open();

        using IGpuKernels kernels = device.Build(under.Source(Fill), ["shift", "fill"]);

        Assert.InRange(kernels.LargestGroup(1), 1, device.Info.LargestGroup);
    }

    [Theory, MemberData(nameof(DeviceUnderTest.All), MemberType = typeof(DeviceUnderTest))]
    public void Build_OfTextWithMistakes_GivesTheWholeLogAndTheDevice(DeviceUnderTest under)
    {
        using IGpuDevice device = under.Open();
        string source = under.Source("""
            KERNEL void wrong(GLOBAL int* x)
            {
                x[0] = first_unknown_name;
                x[1] = second_unknown_name;
            }
            """);

        var thrown = Assert.Throws<DeviceException>(() => device.Build(source, ["wrong", "other"]));

        Assert.Contains("wrong, other", thrown.Message);
        Assert.Contains(device.Info.Name, thrown.Message);
        Assert.Contains("first_unknown_name", thrown.Message);
        Assert.Contains("second_unknown_name", thrown.Message);
        Assert.False(thrown.IsOutOfMemory);
    }

    [Theory, MemberData(nameof(DeviceUnderTest.All), MemberType = typeof(DeviceUnderTest))]
    public void Build_OfAKernelThatTheTextDoesNotHave_NamesIt(DeviceUnderTest under)
    {
        using IGpuDevice device = under.Open();
        ImmutableArray<string> names = ["fill", "absent"];

        var thrown = Assert.Throws<DeviceException>(() => device.Build(under.Source(Fill), names));

        Assert.Contains("absent", thrown.Message);
        Assert.Contains(device.Info.Name, thrown.Message);
    }
}
