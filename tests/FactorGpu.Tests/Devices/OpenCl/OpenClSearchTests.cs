using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using FactorGpu.Devices.OpenCl;
using FactorGpu.Devices.OpenCl.Native;
using FactorGpu.Engines.Gpu;
using FactorGpu.Errors;
using Xunit;

namespace FactorGpu.Tests.Devices.OpenCl;

/// <summary>The search over platforms and devices that are made up, and over those of this machine.</summary>
public sealed class OpenClSearchTests
{
    private const string Pocl = "Portable Computing Language";

    [Fact]
    public void GoThrough_OfAllTypes_PutsGpusFirstAndProcessorsLast()
    {
        var search = new OpenClSearch();

        search.GoThrough([new PlatformId(1), new PlatformId(2)], DevicesOf, Read);

        Assert.Equal(["gpu 12", "gpu 21", "accelerator 22", "cpu 11"], search.Candidates.Select(c => c.Info.Name));
        Assert.Equal([0, 1, 2, 3], search.Candidates.Select(c => c.Info.Index));
        Assert.Empty(search.Reasons);
    }

    [Fact]
    public void GoThrough_OfABrokenPlatform_MakesItAReasonAndGoesOn()
    {
        var search = new OpenClSearch();

        search.GoThrough(
            [new PlatformId(1), new PlatformId(2)], platform => platform.Value == 1 ? throw new DeviceException("The platform one is broken.") : DevicesOf(platform), Read);

        Assert.Equal(["gpu 21", "accelerator 22"], search.Candidates.Select(c => c.Info.Name));
        Assert.Equal(["The platform one is broken."], search.Reasons);
    }

    [Fact]
    public void GoThrough_OfABrokenDevice_MakesItAReasonAndGoesOn()
    {
        var search = new OpenClSearch();

        search.GoThrough(
            [new PlatformId(1)], DevicesOf, (platform, device) => device.Value == 12 ? throw new DeviceException("Device 12 is broken.") : Read(platform, device));

        Assert.Equal("cpu 11", Assert.Single(search.Candidates).Info.Name);
        Assert.Equal(["Device 12 is broken."], search.Reasons);
    }

    [Theory]
    [InlineData("OpenCL 1.2 CUDA", true)]
    [InlineData("OpenCL 3.0 PoCL HSTR: pthread", true)]
    [InlineData("OpenCL 2.1", true)]
    [InlineData("OpenCL 1.1 Mesa", false)]
    [InlineData("OpenCL 1.0", false)]
    [InlineData("OpenCL", false)]
    [InlineData("", false)]
    public void IsRecentEnough_OfAVersionText_AsksFor12(string version, bool expected)
    {
        Assert.Equal(expected, OpenClListing.IsRecentEnough(version));
    }

    [Fact]
    public void Search_OnThisMachine_DescribesEveryDevice()
    {
        Requirement.OpenCl();

        GpuSearch search = new OpenClDriver().Search();

        Assert.Equal(Enumerable.Range(0, search.Devices.Length), search.Devices.Select(device => device.Index));
        Assert.All(search.Devices, device =>
        {
            Assert.Equal(GpuDeviceKind.OpenCl, device.Kind);
            Assert.NotEmpty(device.Name);
            Assert.Contains(", OpenCL ", device.Platform);
            Assert.NotEmpty(device.Driver);
            Assert.InRange(device.LargestBufferBytes, 1, device.MemoryBytes);
            Assert.InRange(device.LocalBytes, 16_384, int.MaxValue);
            Assert.InRange(device.LargestGroup, 1, int.MaxValue);
            Assert.InRange(device.PreferredGroupMultiple, 1, device.LargestGroup);
        });
    }

    [Fact]
    public void Search_WithPocl_FindsAProcessorWithFloat64()
    {
        Requirement.OpenCl(Pocl);

        GpuDeviceInfo pocl = new OpenClDriver().Search().Devices.First(device => device.Platform.Contains(Pocl));

        Assert.True(pocl.IsProcessor);
        Assert.True(pocl.HasFp64);
    }

    [Fact]
    public void Search_WithALoaderThatKnowsNoDriver_SaysSo()
    {
        if (OpenClLibrary.Installed.Handle == 0)
        {
            Requirement.OpenCl();
        }

        if (ChildRun.IsWith<OpenClSearchTests>("OCL_ICD_VENDORS", "/nowhere"))
        {
            GpuSearch search = new OpenClDriver().Search();

            Assert.Empty(search.Devices);
            Assert.Equal(
                $"{OpenClLibrary.Installed.FileName} knows no platform (clGetPlatformIDs returned CL_PLATFORM_NOT_FOUND_KHR, -1001): no driver for OpenCL is installed",
                Assert.Single(search.Reasons));
        }
    }

    [Fact]
    public void Search_ByManyThreadsAtOnceInANewProcess_GivesEachAllDevices()
    {
        if (Environment.GetEnvironmentVariable("POCL_DEVICES") is null)
        {
            Requirement.OpenCl(Pocl);
        }

        if (ChildRun.IsWith<OpenClSearchTests>("POCL_DEVICES", "pthread pthread pthread"))
        {
            var searches = new GpuSearch[8];
            Thread[] threads = [.. searches.Select((_, i) => new Thread(() => searches[i] = new OpenClDriver().Search()))];

            Array.ForEach(threads, thread => thread.Start());
            Array.ForEach(threads, thread => thread.Join());

            Assert.All(searches, search => Assert.Equal(3, search.Devices.Count(device => device.Platform.Contains(Pocl))));
        }
    }

    private static ImmutableArray<DeviceId> DevicesOf(PlatformId platform) => [new(10 * platform.Value + 1), new(10 * platform.Value + 2)];

    private static OpenClCandidate Read(PlatformId platform, DeviceId device)
    {
        (string name, DeviceTypes types) = device.Value switch
        {
            11 => ("cpu", DeviceTypes.Cpu),
            22 => ("accelerator", DeviceTypes.Accelerator),
            _ => ("gpu", DeviceTypes.Gpu),
        };
        return new OpenClCandidate
        {
            Platform = platform,
            Id = device,
            Types = types,
            Info = new GpuDeviceInfo
            {
                Kind = GpuDeviceKind.OpenCl,
                Index = 0,
                Name = $"{name} {device.Value}",
                Platform = "",
                Driver = "",
                MemoryBytes = 1,
                LargestBufferBytes = 1,
                LocalBytes = 1,
                LargestGroup = 1,
                HasFp64 = true,
                RoundsSingleCorrectly = true,
            },
        };
    }
}
