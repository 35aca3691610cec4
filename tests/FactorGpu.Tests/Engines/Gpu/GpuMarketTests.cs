using System;
using System.Linq;
using FactorGpu.Bars;
using FactorGpu.Compilation;
using FactorGpu.Factors;
using FactorGpu.Results;
using FactorGpu.Tests.Devices;
using FactorGpu.Tests.Engines.Cpu;
using FactorGpu.Verification;
using Xunit;

namespace FactorGpu.Tests.Engines.Gpu;

/// <summary>All factors on a device through the facade, held against the reference as <c>factorgpu verify</c> does it.</summary>
public sealed class GpuMarketTests
{
    private static readonly DateOnly s_date = new(2024, 1, 2);

    [Theory]
    [InlineData(Precision.Double)]
    [InlineData(Precision.Single)]
    public void Verify_OfASampleMarketOnOpenCl_FindsNothingOut(Precision precision)
    {
        OpenClUnderTest.Device();
        using MinuteBars bars = MinuteBars.Sample(new SampleOptions { Stocks = 500, Funds = 50, Seed = 11 }, [s_date]);

        AssertNothingOut(bars, precision);
    }

    [Theory]
    [InlineData("synthetic", Precision.Double)]
    [InlineData("synthetic", Precision.Single)]
    [InlineData("hard", Precision.Double)]
    [InlineData("hard", Precision.Single)]
    public void Verify_OfAGoldenFolderOnOpenCl_FindsNothingOut(string folder, Precision precision)
    {
        OpenClUnderTest.Device();
        using MinuteBars bars = MinuteBars.Of(GoldenDay.Read(folder).Day);

        AssertNothingOut(bars, precision);
    }

    [Fact]
    public void Compute_OnTwoDevices_SharesTheDays_AndGivesTheBytesOfOne()
    {
        OpenClUnderTest.Device();
        if (!ChildRun.IsWith<GpuMarketTests>("POCL_DEVICES", "pthread pthread"))
        {
            return;
        }

        using MinuteBars bars = MinuteBars.Sample(new SampleOptions { Stocks = 40, Seed = 2 }, [.. Enumerable.Range(2, 4).Select(day => new DateOnly(2024, 1, day))]);
        FactorProgram program = FactorProgram.Compile(FactorCatalogue.Find("return_var", "VP"));
        var all = new ComputeOptions { Engine = EngineKind.OpenCl };

        FactorTable two = bars.Compute(program, all);

        Assert.Equal(2, bars.ChooseEngine(program, all).Devices.Length);
        FactorTable one = bars.Compute(program, all with { Device = 1 });
        foreach (string factor in (string[])["return_var", "VP"])
        {
            BitAssert.Same([.. one.Column(factor)], [.. two.Column(factor)], factor);
        }
    }

    private static void AssertNothingOut(MinuteBars bars, Precision precision)
    {
        FactorProgram program = FactorProgram.Compile(FactorCatalogue.All, new CompileOptions { Precision = precision });

        VerificationReport report = bars.Verify(program, new VerifyOptions { Engines = [EngineKind.OpenCl] });

        Assert.Equal("opencl", report.Engines.Single().Engine);
        Assert.False(report.IsOut, report.ToString());
    }
}
