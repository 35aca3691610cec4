using FactorGpu.Devices.Cuda;
using Xunit;

namespace FactorGpu.Tests.Devices.Cuda;

public sealed class NvrtcTargetTests
{
    private static readonly int[] s_supported = [75, 80, 86, 90, 100, 120];

    [Theory]
    [InlineData(75, "--gpu-architecture=sm_75")]
    [InlineData(90, "--gpu-architecture=sm_90")]
    [InlineData(120, "--gpu-architecture=sm_120")]
    [InlineData(87, "--gpu-architecture=compute_86")]
    [InlineData(121, "--gpu-architecture=compute_120")]
    [InlineData(200, "--gpu-architecture=compute_120")]
    public void For_ACard_IsCodeForItOrPtxOfTheNearestBefore(int capability, string option)
    {
        NvrtcTarget? target = NvrtcTarget.For(capability, s_supported);

        Assert.Equal(option, target?.Option);
    }

    [Fact]
    public void For_ACardOlderThanAll_IsNothing()
    {
        Assert.Null(NvrtcTarget.For(70, s_supported));
        Assert.Null(NvrtcTarget.For(70, []));
    }

    [Fact]
    public void Options_OfTheCompiler_RelaxNothing()
    {
        var compiler = new NvrtcCompiler(new NvrtcTarget(90, IsBinary: true));

        Assert.Equal(["--gpu-architecture=sm_90", "--fmad=false", "--prec-div=true", "--prec-sqrt=true", "--ftz=false", "--std=c++14"], compiler.Options);
    }
}
