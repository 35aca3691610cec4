using System.Collections.Generic;
using FactorGpu.Devices.OpenCl;
using FactorGpu.Devices.OpenCl.Native;
using FactorGpu.Engines.Gpu;
using FactorGpu.Errors;
using Xunit;

namespace FactorGpu.Tests.Devices.OpenCl;

public sealed class OpenClLibraryTests
{
    private static readonly GpuDeviceInfo s_card = new()
    {
        Kind = GpuDeviceKind.OpenCl,
        Index = 2,
        Name = "card",
        Platform = "platform",
        Driver = "1",
        MemoryBytes = 1,
        LargestBufferBytes = 1,
        LocalBytes = 1,
        LargestGroup = 1,
        HasFp64 = true,
        RoundsSingleCorrectly = true,
    };

    private static OpenClLibrary Missing => OpenClLibrary.Find(["libOpenCL.so.1", "libOpenCL.so"], name => (0, name == "libOpenCL.so" ? "has no function f" : "not found"));

    [Fact]
    public void Library_IsTakenUnderTheFirstNameThatLoads()
    {
        var asked = new List<string>();

        OpenClLibrary library = OpenClLibrary.Find(["a", "b", "c"], name =>
        {
            asked.Add(name);
            return name == "a" ? (0, "not found") : (7, "");
        });

        Assert.Equal(["a", "b"], asked);
        Assert.Equal(7, library.Handle);
        Assert.Equal("b", library.FileName);
        Assert.Empty(library.Reasons);
    }

    [Fact]
    public void Search_WithoutTheLibrary_SaysWhatWasTried()
    {
        GpuSearch search = new OpenClDriver(Missing).Search();

        Assert.Equal(GpuDeviceKind.OpenCl, search.Kind);
        Assert.Empty(search.Devices);
        Assert.Equal(["tried libOpenCL.so.1: not found", "tried libOpenCL.so: has no function f"], search.Reasons);
    }

    [Fact]
    public void Open_WithoutTheLibrary_NamesTheDeviceAndWhatWasTried()
    {
        var thrown = Assert.Throws<DeviceException>(() => new OpenClDriver(Missing).Open(s_card));

        Assert.Equal(
            "OpenCL device 2, \"card\" was asked for; OpenCL is not on this machine (tried libOpenCL.so.1: not found, tried libOpenCL.so: has no function f). "
            + "Install the driver of the device, or take another engine.",
            thrown.Message);
    }

    [Theory]
    [InlineData("/nowhere/libOpenCL.so.1", "not found")]
    [InlineData("libOpenCL-of-no-machine.so", "not found")]
    public void Load_OfAFileThatIsNotThere_SaysSo(string fileName, string reason)
    {
        Assert.Equal((0, reason), OpenClLibrary.Load(fileName));
    }

    [Fact]
    public void Open_OfADeviceThatIsNotThere_ListsThoseThatAre()
    {
        Requirement.OpenCl();
        var driver = new OpenClDriver();

        var thrown = Assert.Throws<DeviceException>(() => driver.Open(s_card));

        Assert.Contains("OpenCL device 2, \"card\" was asked for", thrown.Message);
        Assert.Contains(driver.Search().Devices[0].Name, thrown.Message);
    }
}
