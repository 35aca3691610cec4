using System;
using System.Linq;
using System.Threading;
using FactorGpu.Devices.OpenCl;
using FactorGpu.Engines.Gpu;
using FactorGpu.Engines.Gpu.Plans;
using Xunit;

namespace FactorGpu.Tests.Engines.Gpu;

/// <summary>The OpenCL device that engine tests run on: the first that computes in float64, opened once.</summary>
internal static class OpenClUnderTest
{
    private static readonly Lazy<IGpuDevice?> s_device = new(OpenFirst, LazyThreadSafetyMode.ExecutionAndPublication);

    /// <summary>The device; skips the calling test where there is none.</summary>
    internal static IGpuDevice Device()
    {
        if (s_device.Value is null)
        {
            Requirement.OpenCl();
            Assert.Skip("No OpenCL device computes in float64; run on one that does.");
        }

        return s_device.Value;
    }

    /// <summary>An engine on the device.</summary>
    internal static GpuEngine Engine(KernelPlanOptions options) => new([Device()], new GpuEngineOptions { Plan = options });

    private static IGpuDevice? OpenFirst()
    {
        var driver = new OpenClDriver();
        GpuDeviceInfo? device = driver.Search().Devices.FirstOrDefault(info => info.HasFp64);
        return device is null ? null : driver.Open(device);
    }
}
