using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using FactorGpu.Bars;
using FactorGpu.Compilation;
using FactorGpu.Engines.Gpu;
using FactorGpu.Errors;
using FactorGpu.Expressions;
using FactorGpu.Factors;
using FactorGpu.Results;
using FactorGpu.Tests.Devices;
using Xunit;

namespace FactorGpu.Tests;

public sealed class EngineFactoryTests
{
    private const long Plenty = long.MaxValue / 1000;

    private static readonly GpuDeviceInfo s_cuda = DriverDouble.Gpu(GpuDeviceKind.Cuda);
    private static readonly GpuDeviceInfo s_openCl = DriverDouble.Gpu(GpuDeviceKind.OpenCl);
    private static readonly GpuDeviceInfo s_processor = DriverDouble.Gpu(GpuDeviceKind.OpenCl, index: 1, isProcessor: true);
    private static readonly GpuDeviceInfo s_withoutFp64 = DriverDouble.Gpu(GpuDeviceKind.OpenCl, hasFp64: false);

    private static readonly FactorProgram s_program = FactorProgram.Compile(FactorCatalogue.Find("VP", "return_var", "intraday_maxdrawdown"));
    private static readonly FactorProgram s_single = FactorProgram.Compile(FactorCatalogue.Find("VP", "cumreturn_top30order"), new CompileOptions { Precision = Precision.Single });
    private static readonly ComputeOptions s_auto = new() { Engine = EngineKind.Auto, Threads = 2 };

    private static readonly MinuteBars s_bars = MinuteBars.Sample(new SampleOptions { Stocks = 7 }, [new DateOnly(2024, 1, 2), new DateOnly(2024, 1, 3), new DateOnly(2024, 1, 4)]);

    [Theory, InlineData(false, EngineKind.Cpu), InlineData(true, EngineKind.Cuda)]
    public void Choose_OfAuto_TakesAGpu_FromTheLeastWorkOn(bool isEnough, EngineKind expected)
    {
        long stockDays = (2 * EngineFactory.LeastWorkPerThread / 3) + (isEnough ? 1 : 0);

        EngineChoice choice = Factory([s_cuda], [s_openCl]).Choose(s_program, stockDays, s_auto);

        Assert.Equal(expected, choice.Engine);
        Assert.Contains($"{stockDays} stock-days x 3 factors", choice.Reason, StringComparison.Ordinal);
        Assert.Contains("20000000", choice.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Choose_OfAuto_TakesCudaBeforeOpenCl_AndOpenClWhereThereIsNoCuda()
    {
        Assert.Equal(EngineKind.Cuda, Factory([s_cuda], [s_openCl]).Choose(s_program, Plenty, s_auto).Engine);
        Assert.Equal(EngineKind.OpenCl, Factory([], [s_openCl, s_processor]).Choose(s_program, Plenty, s_auto).Engine);
    }

    [Fact]
    public void Choose_OfAuto_NeverTakesAProcessor()
    {
        EngineChoice choice = Factory([], [s_processor]).Choose(s_program, Plenty, s_auto);

        Assert.Equal(EngineKind.Cpu, choice.Engine);
        Assert.Equal(
            "engine cpu: there is no GPU for this program (cuda: tried libmade-up.so: not found; opencl 1, \"Slow\", a processor)", choice.ToString());
    }

    [Fact]
    public void Choose_OfAuto_TakesAGpuWithoutFp64_ForSinglePrecisionAlone_AndLeavesItTheFactorsThatNeedDouble()
    {
        EngineFactory factory = Factory([], [s_withoutFp64]);

        EngineChoice inDouble = factory.Choose(s_program, Plenty, s_auto);
        EngineChoice inSingle = factory.Choose(s_single, Plenty, s_auto);

        Assert.Equal(EngineKind.Cpu, inDouble.Engine);
        Assert.Contains("without float64", inDouble.Reason, StringComparison.Ordinal);
        Assert.Equal(EngineKind.OpenCl, inSingle.Engine);
        Assert.Equal("cumreturn_top30order", Assert.Single(inSingle.OnCpu).Id);
    }

    [Fact]
    public void Choose_OfAuto_WhereDevicesHaveAFormOfNoFactor_TakesTheCpu()
    {
        EngineFactory factory = Factory([s_cuda], [], new KernelForms([]));

        Assert.Equal(EngineKind.Cpu, factory.Choose(s_program, Plenty, s_auto).Engine);
    }

    [Fact]
    public void Choose_OfAKind_TakesAllItsGpus_OrAllItsProcessors_OrTheOneThatIsAskedFor()
    {
        GpuDeviceInfo second = DriverDouble.Gpu(GpuDeviceKind.OpenCl, index: 2);
        var options = new ComputeOptions { Engine = EngineKind.OpenCl };

        Assert.Equal([0, 2], Indices(Factory([], [s_openCl, s_processor, second]).Choose(s_program, 1, options)));
        Assert.Equal([1], Indices(Factory([], [s_processor]).Choose(s_program, 1, options)));
        Assert.Equal([1], Indices(Factory([], [s_openCl, s_processor, second]).Choose(s_program, 1, options with { Device = 1 })));
    }

    [Theory]
    [InlineData(EngineKind.Cuda, null, "The engine cuda was asked for; this machine has no device for it (cuda: tried libmade-up.so: not found).")]
    [InlineData(EngineKind.Cuda, 0, "The engine cuda was asked for; this machine has no device for it")]
    [InlineData(EngineKind.OpenCl, 3, "Device 3 of the engine opencl was asked for; there are: opencl 0, \"Fast\"; opencl 1, \"Slow\", a processor. Take one of these.")]
    [InlineData(EngineKind.Cpu, 0, "Device 0 was asked for with the engine cpu, under which devices have no index. Take the engine opencl or cuda")]
    [InlineData(EngineKind.Auto, 0, "Device 0 was asked for with the engine auto")]
    public void Choose_OfWhatIsNotThere_SaysWhatIs(EngineKind engine, int? device, string message)
    {
        EngineFactory factory = Factory([], [s_openCl, s_processor]);

        var refused = Assert.Throws<DeviceException>(() => factory.Choose(s_program, 1, new ComputeOptions { Engine = engine, Device = device }));

        Assert.StartsWith(message, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Choose_InDouble_OfADeviceWithoutFp64_NamesIt()
    {
        var refused = Assert.Throws<DeviceException>(() => Factory([], [s_withoutFp64]).Choose(s_program, 1, new ComputeOptions { Engine = EngineKind.OpenCl }));

        Assert.StartsWith("Double precision was asked of opencl 0, \"Fast\"; it does not compute in float64.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Device_BelowZero_IsRefused()
        => Assert.Throws<ArgumentOutOfRangeException>(() => new ComputeOptions { Device = -1 });

    [Fact]
    public void Compute_OfFactorsWithoutAForm_RunsThemOnTheCpu_InTheSameTable()
    {
        var driver = new DriverDouble(GpuDeviceKind.Cuda, s_cuda);
        var forms = new KernelForms(Operators.All.Where(op => op != Operators.Cummax).Select(op => op.Name));
        EngineFactory factory = Factory(driver, forms);
        var options = new ComputeOptions { Engine = EngineKind.Cuda };

        FactorTable table = s_bars.Compute(s_program, options, factory, CancellationToken.None);

        Assert.Equal(["intraday_maxdrawdown"], factory.Choose(s_program, 1, options).OnCpu.Select(factor => factor.Id));
        Assert.EndsWith("\non the engine cpu, for the devices cannot compute them: intraday_maxdrawdown", factory.Choose(s_program, 1, options).ToString(), StringComparison.Ordinal);
        Assert.Equal(s_bars.Compute(s_program).Column("intraday_maxdrawdown"), table.Column("intraday_maxdrawdown"));
        Assert.All(table.Column("VP").ToArray(), value => Assert.Equal(0, value));
        Assert.Equal(["VP", "return_var", "intraday_maxdrawdown"], table.Factors);
        Assert.Equal(3, driver.Launches);
        Assert.Equal(0, driver.Open);
    }

    [Fact]
    public void Compute_OnADevice_TellsOfEachDayOnce_AndLeavesNothingOpen()
    {
        var driver = new DriverDouble(GpuDeviceKind.Cuda, s_cuda);
        var forms = new KernelForms(Operators.All.Where(op => op != Operators.Cummax).Select(op => op.Name));
        var reports = new List<long>();
        var options = new ComputeOptions { Engine = EngineKind.Cuda, Progress = new Listener(reports) };

        s_bars.Compute(s_program, options, Factory(driver, forms), CancellationToken.None);

        Assert.Equal([7, 14, 21], reports);
        Assert.Equal(0, driver.Open);
    }

    [Fact]
    public void Compute_OnADeviceThatFails_NamesIt_AndLeavesNothingOpen()
    {
        var driver = new DriverDouble(GpuDeviceKind.Cuda, s_cuda) { LastLaunch = 1 };

        var failed = Assert.Throws<DeviceException>(
            () => s_bars.Compute(s_program, new ComputeOptions { Engine = EngineKind.Cuda }, Factory(driver, KernelForms.Known), CancellationToken.None));

        Assert.Contains("\"Fast\"", failed.Message, StringComparison.Ordinal);
        Assert.Equal(0, driver.Open);
    }

    [Fact]
    public void ToVerify_HoldsTheCpu_AndTheKindsThatHaveAGpuForTheProgram()
    {
        Assert.Equal([EngineKind.Cpu, EngineKind.Cuda], Factory([s_cuda], [s_processor]).ToVerify(s_program));
        Assert.Equal([EngineKind.Cpu], Factory([], [s_withoutFp64]).ToVerify(s_program));
        Assert.Equal([EngineKind.Cpu, EngineKind.OpenCl], Factory([], [s_withoutFp64]).ToVerify(s_single));
    }

    private static int[] Indices(EngineChoice choice) => [.. choice.Devices.Select(device => device.Index)];

    private static EngineFactory Factory(ImmutableArray<GpuDeviceInfo> cuda, ImmutableArray<GpuDeviceInfo> openCl, KernelForms? forms = null)
        => new(
            [(EngineKind.Cuda, () => new DriverDouble(GpuDeviceKind.Cuda, cuda)), (EngineKind.OpenCl, () => new DriverDouble(GpuDeviceKind.OpenCl, openCl))],
            forms ?? KernelForms.Known);

    private static EngineFactory Factory(DriverDouble cuda, KernelForms forms) => new([(EngineKind.Cuda, () => cuda)], forms);

    private sealed class Listener(List<long> reports) : IProgress<StockDayProgress>
    {
        public void Report(StockDayProgress value) => reports.Add(value.Done);
    }
}
