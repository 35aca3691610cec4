using System;
using System.Linq;
using Xunit;
using Xunit.Sdk;

namespace FactorGpu.Tests.Engines.Gpu;

public sealed class CudaCompilationTests
{
    private const string Head = "extern \"C\" __global__ void k(double* x, float* y)\n{\n    int i = blockIdx.x * blockDim.x + threadIdx.x;\n";

    [Fact]
    public void ToPtx_OfAKernel_HoldsIt()
    {
        string ptx = CudaCompilation.ToPtx(Kernel("x[i] = sqrt(x[i]) / 3;"));

        Assert.Contains(".visible .entry k(", ptx);
        Assert.Contains("sqrt.rn.f64", ptx);
        Assert.Contains("div.rn.f64", ptx);
    }

    [Fact]
    public void ToPtx_OfWhatGroupsExchange_IsOneInstructionEach()
    {
        string ptx = CudaCompilation.ToPtx(Kernel(
            "__shared__ double s[256];\n s[threadIdx.x] = x[i];\n __syncthreads();\n"
            + "double v = s[255 - threadIdx.x];\n v += __shfl_xor_sync(0xffffffffu, v, 16);\n v += __shfl_up_sync(0xffffffffu, v, 1);\n v += __shfl_sync(0xffffffffu, v, 0);\n"
            + "x[i] = v + __popc(__ballot_sync(0xffffffffu, v > 1)) + __popcll(__double_as_longlong(v));"));

        Assert.Contains("bar.sync", ptx);
        Assert.Contains("vote.sync.ballot.b32", ptx);
        Assert.Equal(2, Count(ptx, "shfl.sync.bfly.b32"));
        Assert.Equal(2, Count(ptx, "shfl.sync.up.b32"));
        Assert.Equal(2, Count(ptx, "shfl.sync.idx.b32"));
        Assert.Equal(1, Count(ptx, "popc.b32"));
        Assert.Equal(1, Count(ptx, "popc.b64"));
    }

    [Theory]
    [InlineData("x[i] = x[i] * x[i + 1] + x[i + 2];", "mul.rn.f64", "add.rn.f64")]
    [InlineData("x[i] = x[i] * x[i + 1] - x[i + 2];", "mul.rn.f64", "sub.rn.f64")]
    [InlineData("y[i] = y[i] * y[i + 1] + y[i + 2];", "mul.rn.f32", "add.rn.f32")]
    public void ToPtx_OfAProductInASum_RoundsTwice(string statement, string first, string second)
    {
        string ptx = CudaCompilation.ToPtx(Kernel(statement));

        Assert.Contains(first, ptx);
        Assert.Contains(second, ptx);
        Assert.DoesNotContain("fma.rn", ptx);
    }

    [Theory]
    [InlineData("isnan", "x[i] = isnan(x[i]) ? 0 : fabs(fmin(x[i], 1.0));")]
    [InlineData("log and others in float", "y[i] = log(y[i]) + log1p(y[i]) + exp(y[i]) + expm1(y[i]) + erfc(y[i]) + cbrt(y[i]) + atan(y[i]) + sin(y[i]) + cos(y[i]);")]
    [InlineData("log and others", "x[i] = log(x[i]) + log1p(x[i]) + exp(x[i]) + expm1(x[i]) + erfc(x[i]) + cbrt(x[i]) + atan(x[i]) + sin(x[i]) + cos(x[i]);")]
    public void ToPtx_OfAllowedFunctions_Compiles(string functions, string statement)
    {
        string ptx = CudaCompilation.ToPtx(Kernel(statement));

        Assert.Equal(functions == "isnan" ? 0 : 9, CudaCompilation.Externals(ptx).Length);
    }

    [Fact]
    public void ToPtx_OfASyntaxError_FailsWithWhatClangSays()
    {
        Requirement.Clang();

        var failure = Assert.Throws<TrueException>(() => CudaCompilation.ToPtx(Kernel("x[i] = sqrt(x[i];")));

        Assert.Contains("clang-14 does not compile the CUDA C", failure.Message);
        Assert.Contains("expected ')'", failure.Message);
    }

    [Theory]
    [InlineData("extern \"C\" __device__ double lgamma(double);", "x[i] = lgamma(x[i]);", "lgamma")]
    [InlineData("extern \"C\" __device__ void report(int);", "report(i);", "report")]
    [InlineData("extern __device__ int count;", "x[i] = count;", "count")]
    [InlineData("extern \"C\" __device__ float lgammaf(float);", "y[i] = lgammaf(y[i]);", "lgammaf")]
    public void ToPtx_OfAForeignName_FailsWithIt(string declaration, string statement, string name)
    {
        Requirement.Clang();

        var failure = Assert.Throws<TrueException>(() => CudaCompilation.ToPtx($"{declaration}\n{Kernel(statement)}"));

        Assert.Contains($"needs {name}, which NVRTC does not bring along", failure.Message);
    }

    [Fact]
    public void Externals_OfPtx_AreTheNamesThatAreLeftToOthers()
    {
        const string Ptx = ".visible .entry k(\n.extern .func  (.param .b64 func_retval0) log\n(\n\t.param .b64 log_param_0\n)\n;\n.extern .func report\n(\n)\n;\n.extern .global .align 4 .u32 count;\n";

        Assert.Equal(["log", "report", "count"], CudaCompilation.Externals(Ptx));
    }

    private static string Kernel(string statement) => $"{Head}    {statement}\n}}\n";

    private static int Count(string text, string part) => text.Split('\n').Count(line => line.Contains(part, StringComparison.Ordinal));
}
