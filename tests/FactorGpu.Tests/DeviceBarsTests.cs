using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using FactorGpu.Bars;
using FactorGpu.Compilation;
using FactorGpu.Devices.OpenCl;
using FactorGpu.Engines.Gpu;
using FactorGpu.Errors;
using FactorGpu.Factors;
using FactorGpu.Results;
using FactorGpu.Tests.Devices;
using Xunit;

namespace FactorGpu.Tests;

public sealed class DeviceBarsTests
{
    private static readonly GpuDeviceInfo s_fast = DriverDouble.Gpu(GpuDeviceKind.Cuda);

    private static readonly MinuteBars s_bars = MinuteBars.Sample(
        new SampleOptions { Stocks = 23, Funds = 3, Seed = 5 }, [.. Enumerable.Range(2, 3).Select(day => new DateOnly(2024, 1, day))]);

    private static readonly FactorProgram s_first = FactorProgram.Compile(FactorCatalogue.Find("VP", "return_overnight", "amount_order_avg"));
    private static readonly FactorProgram s_second = FactorProgram.Compile(FactorCatalogue.Find("return_var_top33volume", "true_range_ratio"));

    private static readonly FactorProgram s_single = FactorProgram.Compile(
        FactorCatalogue.Find("true_range_ratio", "cumreturn_top30order", "VP"), new CompileOptions { Precision = Precision.Single });

    [Fact]
    public void Compute_OfSeveralProgramsInBothPrecisions_GivesTheBytesOfAStreamedRun()
    {
        Requirement.OpenCl();
        var options = new ComputeOptions { Engine = EngineKind.OpenCl };

        using DeviceBars resident = s_bars.ToDevice(options);

        foreach (FactorProgram program in (FactorProgram[])[s_first, s_second, s_first, s_single])
        {
            FactorTable expected = s_bars.Compute(program, options);
            FactorTable actual = resident.Compute(program);
            Assert.Equal(expected.Rows, actual.Rows);
            Assert.All(Enumerable.Range(0, expected.Factors.Length), k => Assert.Equal(Bits(expected, k), Bits(actual, k)));
            Assert.Contains(Bits(actual, 0), value => !double.IsNaN(BitConverter.Int64BitsToDouble(value)));
        }
    }

    [Fact]
    public void Compute_OfDaysInPieces_GivesTheSameBytes()
    {
        Requirement.OpenCl();
        var options = new ComputeOptions { Engine = EngineKind.OpenCl };
        long forFiveStocks = new DayLayout(KernelInputs.All(Precision.Double), 5).BarsBytes;

        using DeviceBars resident = s_bars.ToDevice(options, Precision.Double, Factory(EngineKind.OpenCl, new OpenClDouble { LargestBuffer = forFiveStocks }));

        FactorTable expected = s_bars.Compute(s_first, options);
        FactorTable actual = resident.Compute(s_first);
        Assert.All(Enumerable.Range(0, expected.Factors.Length), k => Assert.Equal(Bits(expected, k), Bits(actual, k)));
    }

    [Fact]
    public void Compute_OfDaysOnSeveralDevices_GivesTheSameBytes()
    {
        Requirement.OpenCl();
        var options = new ComputeOptions { Engine = EngineKind.OpenCl };

        using DeviceBars resident = s_bars.ToDevice(options, Precision.Double, Factory(EngineKind.OpenCl, new OpenClDouble { Devices = 2 }));

        FactorTable expected = s_bars.Compute(s_first, options);
        FactorTable actual = resident.Compute(s_first);
        Assert.Equal(2, resident.Devices.Length);
        Assert.All(Enumerable.Range(0, expected.Factors.Length), k => Assert.Equal(Bits(expected, k), Bits(actual, k)));
    }

    [Fact]
    public void Compute_OfAProgramAgain_DoesNotCompileIt_AndOneInOtherPrecision_UploadsThat()
    {
        var driver = new DriverDouble(GpuDeviceKind.Cuda, s_fast);
        using DeviceBars resident = s_bars.ToDevice(new ComputeOptions { Engine = EngineKind.Cuda }, Precision.Double, Factory(EngineKind.Cuda, driver));
        long inDouble = driver.Allocated;

        resident.Compute(s_first);
        resident.Compute(s_second);
        resident.Compute(s_first);
        int builds = driver.Builds;
        resident.Compute(s_single);

        Assert.Equal(s_bars.Days.Sum(day => new DayLayout(KernelInputs.All(Precision.Double), day.Shape.S).Bytes), inDouble);
        Assert.Equal((2, 4), (builds, driver.Builds));
        Assert.InRange(driver.Allocated, inDouble * 1.5, inDouble * 1.6);
    }

    [Fact]
    public void Days_AreSharedByDevices()
    {
        var driver = new DriverDouble(GpuDeviceKind.Cuda, s_fast, DriverDouble.Gpu(GpuDeviceKind.Cuda, index: 1));

        using DeviceBars resident = s_bars.ToDevice(new ComputeOptions { Engine = EngineKind.Auto }, Precision.Double, Factory(EngineKind.Cuda, driver));

        Assert.Equal([0, 1], resident.Devices.Select(device => device.Index));
        Assert.Equal(s_bars.Days.Sum(day => new DayLayout(KernelInputs.All(Precision.Double), day.Shape.S).Bytes), driver.Allocated);
    }

    [Fact]
    public void Dispose_FreesAll_Again_DoesNothing_AndComputingIsRefused()
    {
        var driver = new DriverDouble(GpuDeviceKind.Cuda, s_fast);
        DeviceBars resident = s_bars.ToDevice(new ComputeOptions { Engine = EngineKind.Cuda }, Precision.Single, Factory(EngineKind.Cuda, driver));
        resident.Compute(s_single);

        resident.Dispose();
        resident.Dispose();

        Assert.Equal((0, 0L), (driver.Open, driver.Allocated));
        Assert.Throws<ObjectDisposedException>(() => resident.Compute(s_first));
    }

    [Fact]
    public void ToDevice_WithTooLittleMemory_SaysHowMuchIsNeeded_AndLeavesNothingThere()
    {
        long day = new DayLayout(KernelInputs.All(Precision.Double), s_bars.Days[0].Shape.S).Bytes;
        var driver = new DriverDouble(GpuDeviceKind.Cuda, s_fast) { MemoryBytes = (2 * day) + 1 };

        var full = Assert.Throws<DeviceException>(() => s_bars.ToDevice(new ComputeOptions { Engine = EngineKind.Cuda }, Precision.Double, Factory(EngineKind.Cuda, driver)));

        Assert.StartsWith(
            $"3 days, {3 * day} bytes, were to stay on Fast, which has 8000000000 bytes for all that use it; memory ran out after 2 of them.", full.Message, StringComparison.Ordinal);
        Assert.True(full.IsOutOfMemory);
        Assert.Equal((0, 0L), (driver.Open, driver.Allocated));
    }

    [Theory]
    [InlineData(EngineKind.Cpu, "Bars were to stay on a device of the engine cpu, which has none.")]
    [InlineData(EngineKind.Auto, "Bars were to stay on a GPU; this machine has none for their precision (cuda 0, \"Slow\", a processor).")]
    public void ToDevice_WithoutOne_SaysWhy(EngineKind engine, string message)
    {
        var driver = new DriverDouble(GpuDeviceKind.Cuda, DriverDouble.Gpu(GpuDeviceKind.Cuda, isProcessor: true));

        var refused = Assert.Throws<DeviceException>(() => s_bars.ToDevice(new ComputeOptions { Engine = engine }, Precision.Double, Factory(EngineKind.Cuda, driver)));

        Assert.StartsWith(message, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Compute_Cancelled_Ends()
    {
        var driver = new DriverDouble(GpuDeviceKind.Cuda, s_fast);
        using DeviceBars resident = s_bars.ToDevice(new ComputeOptions { Engine = EngineKind.Cuda }, Precision.Double, Factory(EngineKind.Cuda, driver));

        Assert.ThrowsAny<OperationCanceledException>(() => resident.Compute(s_first, new CancellationToken(canceled: true)));

        Assert.Equal(0, driver.Launches);
    }

    private static long[] Bits(FactorTable table, int k) => [.. table.Column(k).ToArray().Select(BitConverter.DoubleToInt64Bits)];

    private static EngineFactory Factory(EngineKind kind, IGpuDriver driver) => new([(kind, () => driver)], KernelForms.Known);

    /// <summary>The first OpenCL device of this machine, once or more often, with a smaller largest buffer if asked.</summary>
    private sealed class OpenClDouble : IGpuDriver
    {
        private readonly OpenClDriver _driver = new();

        internal long LargestBuffer { get; init; } = long.MaxValue;

        internal int Devices { get; init; } = 1;

        public GpuSearch Search()
        {
            GpuSearch search = _driver.Search();
            return search with { Devices = [.. Enumerable.Range(0, Devices).Select(index => search.Devices[0] with { Index = index })] };
        }

        public IGpuDevice Open(GpuDeviceInfo device) => new Device(_driver.Open(device with { Index = 0 }), LargestBuffer);

        private sealed class Device(IGpuDevice device, long largest) : IGpuDevice
        {
            public GpuDeviceInfo Info => device.Info with { LargestBufferBytes = Math.Min(largest, device.Info.LargestBufferBytes) };

            public IGpuKernels Build(string source, ImmutableArray<string> kernels) => device.Build(source, kernels);

            public IGpuBuffer Allocate(long bytes) => bytes <= largest ? device.Allocate(bytes) : throw new DeviceException($"{bytes} bytes are more than the largest buffer.");

            public IGpuHostMemory AllocateHost(long bytes) => device.AllocateHost(bytes);

            public IGpuQueue CreateQueue() => device.CreateQueue();

            public void Dispose() => device.Dispose();
        }
    }
}
