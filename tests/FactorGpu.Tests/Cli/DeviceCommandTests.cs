using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text.Json;
using FactorGpu.Cli;
using FactorGpu.Engines.Gpu;
using FactorGpu.Tests.Devices;
using Xunit;

namespace FactorGpu.Tests.Cli;

/// <summary>Devices in the tool: listing them, asking for them, kernels as text, and one that fails.</summary>
public sealed class DeviceCommandTests
{
    private const string Goldens = "tests/FactorGpu.Tests/Golden/tool";

    private static readonly string s_real = Repository.PathOf("tests/FactorGpu.Tests/Golden/real/bars.csv");

    private static readonly ImmutableArray<ComputeDevices> s_devices =
    [
        new() { Engine = EngineKind.Cuda, Reasons = ["tried libcuda.so.1: not found"] },
        new()
        {
            Engine = EngineKind.OpenCl,
            Devices =
            [
                new ComputeDevice(EngineKind.OpenCl, DriverDouble.Gpu(GpuDeviceKind.OpenCl, hasFp64: false)),
                new ComputeDevice(EngineKind.OpenCl, DriverDouble.Gpu(GpuDeviceKind.OpenCl, index: 1, isProcessor: true)),
            ],
        },
    ];

    [Fact]
    public void Devices_AreATable_WithTheReasonsBelow()
        => GoldenText.Compare($"{Goldens}/devices.txt", ToolRun.Of(streams => DevicesCommand.Make(streams, () => s_devices)).Results);

    [Fact]
    public void Devices_WhereThereIsNone_AreTheReasonsAlone()
    {
        ToolRun run = ToolRun.Of(streams => DevicesCommand.Make(streams, () => [s_devices[0], new() { Engine = EngineKind.OpenCl }]));

        Assert.Equal((0, "cuda: tried libcuda.so.1: not found\nopencl: no device\n", ""), (run.ExitCode, run.Results, run.Words));
    }

    [Fact]
    public void Devices_InJson_HaveEveryProperty()
    {
        using JsonDocument json = JsonDocument.Parse(ToolRun.Of(streams => DevicesCommand.Make(streams, () => s_devices), "--json").Results);

        JsonElement[] engines = [.. json.RootElement.GetProperty("engines").EnumerateArray()];
        JsonElement processor = engines[1].GetProperty("devices")[1];
        Assert.Equal(["cuda", "opencl"], engines.Select(engine => engine.GetProperty("engine").GetString()));
        Assert.Equal("tried libcuda.so.1: not found", engines[0].GetProperty("reasons")[0].GetString());
        Assert.Equal((1, "Slow", "Made-up 1", "2.3"), (processor.GetProperty("index").GetInt32(), processor.GetProperty("name").GetString(), processor.GetProperty("platform").GetString(), processor.GetProperty("driver").GetString()));
        Assert.Equal((8_000_000_000, true, true), (processor.GetProperty("memoryBytes").GetInt64(), processor.GetProperty("hasFp64").GetBoolean(), processor.GetProperty("isProcessor").GetBoolean()));
    }

    [Fact]
    public void Devices_OfThisMachine_HoldPocl()
    {
        Requirement.OpenCl();

        ToolRun run = ToolRun.Of("devices");

        Assert.Equal(0, run.ExitCode);
        Assert.Matches("(?m)^opencl +0 ", run.Results);
    }

    [Theory, InlineData("opencl"), InlineData("cuda")]
    public void Explain_OfAFactor_IsItsPlanAndItsKernels(string engine)
    {
        ToolRun run = ToolRun.Of("explain", "return_intraday", "--engine", engine);

        Assert.Equal(0, run.ExitCode);
        GoldenText.Compare($"{Goldens}/explain_{engine}.txt", run.Results);
    }

    [Fact]
    public void Explain_WithoutAnEngine_IsTheProgram_AndInTwoPrecisionsBothItsParts()
    {
        ToolRun program = ToolRun.Of("explain", "VP", "return_var");
        ToolRun kernels = ToolRun.Of("explain", "VP", "cumreturn_top30order", "--engine", "opencl", "--precision", "single");

        Assert.Equal(ToolRun.Of("explain", "VP", "return_var", "--engine", "cpu").Results, program.Results);
        Assert.Contains("VP", program.Results, StringComparison.Ordinal);
        Assert.DoesNotContain("kernel", program.Results, StringComparison.Ordinal);
        Assert.Equal(2, kernels.Results.Split("kernel plan: ").Length - 1);
    }

    [Fact]
    public void Explain_OfAnUnknownFactor_NamesTheNearest()
    {
        ToolRun run = ToolRun.Of("explain", "VQ", "--engine", "cuda");

        Assert.Equal((2, ""), (run.ExitCode, run.Results));
        Assert.Contains("nearest: VP", run.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Compute_OnADeviceThatFails_NamesIt_AndLeavesTheFileThatWasThere()
    {
        using var folder = new TempFolder();
        string path = Path.Combine(folder.Path, "factors.csv");
        File.WriteAllText(path, "before");
        var driver = new DriverDouble(GpuDeviceKind.Cuda, DriverDouble.Gpu(GpuDeviceKind.Cuda)) { LastLaunch = 1 };
        var factory = new EngineFactory([(EngineKind.Cuda, () => driver)], KernelForms.Known);

        ToolRun run = ToolRun.Of(
            streams => ComputeCommand.Make(streams, (bars, program, options, cancellation) => bars.Compute(program, options with { Engine = EngineKind.Cuda }, factory, cancellation)),
            s_real, "--factors", "VP", "--out", path);

        Assert.Equal((2, ""), (run.ExitCode, run.Results));
        Assert.EndsWith("factorgpu: made_up_launch returned MADE_UP (7) on \"Fast\". Take another device or engine.\n", run.Words, StringComparison.Ordinal);
        Assert.Equal("before", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFileSystemEntries(folder.Path));
        Assert.Equal(2, driver.Launches);
    }

    [Theory, InlineData("compute"), InlineData("verify")]
    public void Device_ThatIsNotThere_IsRefused_AndWhatThereIsIsListed(string command)
    {
        Requirement.OpenCl();

        ToolRun run = ToolRun.Of(command, s_real, "--engine", "opencl", "--device", "99", "--factors", "VP");

        Assert.Equal((2, ""), (run.ExitCode, run.Results));
        Assert.Contains("factorgpu: Device 99 of the engine opencl was asked for; there are: opencl 0, ", run.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Device_OfTheCpu_IsRefused_AndSoIsOneBelowZero()
    {
        ToolRun ofCpu = ToolRun.Of("compute", s_real, "--device", "0");
        ToolRun below = ToolRun.Of("compute", s_real, "--engine", "opencl", "--device", "-1");

        Assert.Equal((2, 2), (ofCpu.ExitCode, below.ExitCode));
        Assert.Contains("Device 0 was asked for with the engine cpu", ofCpu.Words, StringComparison.Ordinal);
        Assert.Contains("--device was given -1", below.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Compute_WithAuto_AndVerbose_SaysWhatRunsAndWhy()
    {
        ToolRun run = ToolRun.Of("compute", s_real, "--engine", "auto", "--verbose", "--factors", "VP");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("\nengine cpu: 4 stock-days x 1 factors are less than the ", run.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("engine cpu", ToolRun.Of("compute", s_real, "--engine", "auto", "--factors", "VP").Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_OfOpenCl_FindsNothingOut()
    {
        Requirement.OpenCl();

        ToolRun run = ToolRun.Of("verify", s_real, "--engine", "opencl", "--verbose", "--factors", "VP,return_var_top33volume");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("\nengine opencl on opencl 0, ", run.Words, StringComparison.Ordinal);
        Assert.Contains("opencl: 2 factors, 4 stock-days: 0 out\n", run.Results, StringComparison.Ordinal);
    }

    [Fact]
    public void Bench_OfOpenCl_HasARowFromMemory_AndOneForResidentBars()
    {
        Requirement.OpenCl();

        ToolRun run = ToolRun.Of("bench", "--stocks", "12", "--rounds", "1", "--reference-stocks", "5", "--factors", "VP", "--engine", "opencl");

        string[] lines = run.Results.Split('\n');
        Assert.Equal(0, run.ExitCode);
        Assert.Matches("^reference +double +5 ", lines[2]);
        Assert.Matches("^opencl +double +12 ", lines[3]);
        Assert.Matches("^opencl, resident +double +12 ", lines[4]);
    }
}
