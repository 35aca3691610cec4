using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using FactorGpu.Bars;
using FactorGpu.Engines;
using FactorGpu.Engines.Gpu;
using FactorGpu.Engines.Gpu.Text;
using FactorGpu.Tests.Devices;
using Xunit;

namespace FactorGpu.Tests.Engines.Gpu;

/// <summary>The functions of a device's own library, which kernels call, against values in 80-bit arithmetic (Golden/functions).</summary>
public sealed class DeviceFunctionTests
{
    /// <summary>Units in the last place that OpenCL allows each function (OpenCL 1.2, table 7.1).</summary>
    private static readonly Dictionary<string, (int Ulps, Func<double, double> Function)> s_functions = new()
    {
        ["log"] = (3, ElementaryFunctions.Log),
        ["log1p"] = (2, ElementaryFunctions.Log1p),
        ["exp"] = (3, ElementaryFunctions.Exp),
        ["expm1"] = (3, ElementaryFunctions.Expm1),
        ["atan"] = (5, ElementaryFunctions.Atan),
        ["erfc"] = (16, ElementaryFunctions.Erfc),
        ["cbrt"] = (2, ElementaryFunctions.Cbrt),
    };

    public static TheoryData<string> Names => [.. s_functions.Keys];

    [Theory, MemberData(nameof(Names))]
    public void EveryFunction_OnOpenCl_IsWithinItsUnitsInTheLastPlace(string name)
    {
        (double X, double Value)[] rows = Rows(name);
        double allowed = s_functions[name].Ulps * (double.BitIncrement(1) - 1);

        double[] actual = Apply(name, Precision.Double, [.. rows.Select(row => row.X)]);

        Assert.True(rows.Length > 200, $"{name} has {rows.Length} values");
        Assert.All(rows.Zip(actual), row => AssertClose(name, row.First.X, row.First.Value, row.Second, allowed));
    }

    [Theory, MemberData(nameof(Names))]
    public void EveryFunction_InSingle_IsWithinItsUnitsInTheLastPlace(string name)
    {
        float[] x = [.. Rows(name).Select(row => (float)row.X)];
        double allowed = s_functions[name].Ulps * ((double)float.BitIncrement(1) - 1);

        float[] actual = Apply(name, Precision.Single, x);

        for (int at = 0; at < x.Length; at++)
        {
            // Results that are no normal float32 may be flushed.
            double expected = s_functions[name].Function(x[at]);
            if (Math.Abs(expected) > 1.2e-38 && Math.Abs(expected) < float.MaxValue)
            {
                AssertClose(name, x[at], expected, actual[at], allowed);
            }
        }
    }

    private static void AssertClose(string name, double x, double expected, double actual, double allowed)
        => Assert.True(Math.Abs(actual - expected) <= allowed * Math.Abs(expected), string.Create(CultureInfo.InvariantCulture, $"{name}({x:R}) is {actual:R}, not {expected:R}"));

    private static (double X, double Value)[] Rows(string name)
        => [.. File.ReadAllLines(Repository.PathOf("tests/FactorGpu.Tests/Golden/functions/values.csv")).Select(line => line.Split(',')).Where(cells => cells[0] == name)
            .Select(cells => (double.Parse(cells[1], CultureInfo.InvariantCulture), double.Parse(cells[2], CultureInfo.InvariantCulture)))];

    /// <summary>The values of a function as kernels write it.</summary>
    private static T[] Apply<T>(string name, Precision precision, T[] x)
        where T : unmanaged
    {
        IGpuDevice device = OpenClUnderTest.Device();
        KernelDialect dialect = KernelDialects.Of(device.Info.Kind);
        NumberWords words = dialect.Numbers(precision);
        string head = string.Format(CultureInfo.InvariantCulture, dialect.KernelHead, 1);
        string source = $"{dialect.Preamble}{dialect.DoublePreamble}{head} apply({dialect.Global}const {words.Type}* x, {dialect.Global}{words.Type}* y)\n"
            + $"{{\n    const int i = {dialect.Group};\n    y[i] = {ElementwiseText.Table[name](words, ["x[i]"])};\n}}\n";
        using IGpuKernels kernels = device.Build(source, ["apply"]);
        using IGpuQueue queue = device.CreateQueue();
        using IGpuBuffer input = DeviceData.Upload(device, queue, x);
        using IGpuBuffer output = DeviceData.Upload(device, queue, x);
        using IGpuEvent ran = queue.Launch(kernels, 0, x.Length, 1, [GpuArgument.Of(input), GpuArgument.Of(output)]);
        ran.Wait();
        return DeviceData.Download<T>(queue, output, x.Length);
    }
}
