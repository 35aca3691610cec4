using System;
using System.Linq;
using FactorGpu.Devices.OpenCl;
using FactorGpu.Devices.OpenCl.Native;
using FactorGpu.Engines.Gpu;
using FactorGpu.Errors;
using Xunit;

namespace FactorGpu.Tests.Devices.OpenCl;

/// <summary>What is made of a status.</summary>
public sealed class OpenClChecksTests
{
    private static readonly GpuDeviceInfo s_device = new()
    {
        Kind = GpuDeviceKind.OpenCl,
        Index = 1,
        Name = "pocl, 16 units",
        Platform = "PoCL",
        Driver = "3.1",
        MemoryBytes = 1000,
        LargestBufferBytes = 250,
        LocalBytes = 1,
        LargestGroup = 1,
        HasFp64 = true,
        RoundsSingleCorrectly = true,
    };

    [Theory]
    [InlineData(OpenClStatus.Success, "CL_SUCCESS")]
    [InlineData(OpenClStatus.OutOfResources, "CL_OUT_OF_RESOURCES")]
    [InlineData(OpenClStatus.ExecStatusErrorForEventsInWaitList, "CL_EXEC_STATUS_ERROR_FOR_EVENTS_IN_WAIT_LIST")]
    [InlineData(OpenClStatus.PlatformNotFoundKhr, "CL_PLATFORM_NOT_FOUND_KHR")]
    [InlineData((OpenClStatus)(-9999), "an unknown code")]
    public void Symbol_OfAStatus_IsThatOfTheSpecification(object status, string expected)
    {
        Assert.Equal(expected, ((OpenClStatus)status).Symbol());
    }

    [Fact]
    public void Check_OfAFailure_GivesTheCallItsCodeAndTheDevice()
    {
        var thrown = Assert.Throws<DeviceException>(
            () => OpenClStatus.InvalidKernelArgs.Check(new OpenClCall("clSetKernelArg", s_device) { Kernel = "fused_07", Argument = 3 }));

        Assert.Equal(
            "clSetKernelArg of argument 3 of kernel fused_07 returned CL_INVALID_KERNEL_ARGS (-52) on OpenCL device 1, \"pocl, 16 units\". "
            + "Update its driver, or take another device or engine.",
            thrown.Message);
        Assert.False(thrown.IsOutOfMemory);
    }

    [Fact]
    public void Check_OfTooLittleMemory_GivesWhatWasAskedForAndWhatThereIs()
    {
        var thrown = Assert.Throws<DeviceException>(
            () => OpenClStatus.MemObjectAllocationFailure.Check(new OpenClCall("clEnqueueWriteBuffer", s_device) { Bytes = 800 }));

        Assert.Equal(
            "clEnqueueWriteBuffer returned CL_MEM_OBJECT_ALLOCATION_FAILURE (-4) on OpenCL device 1, \"pocl, 16 units\": 800 bytes were asked for; "
            + "the device has 1000 bytes in all and gives at most 250 at once. Ask for less at a time, or free what is not needed.",
            thrown.Message);
        Assert.True(thrown.IsOutOfMemory);
    }

    // Number of the status, bytes that the call is about, whether it says too little memory.
    [Theory]
    [InlineData(-4, 0, true)]
    [InlineData(-6, 0, true)]
    [InlineData(-5, 8, true)]
    [InlineData(-61, 8, true)]
    [InlineData(-12, 8, true)]
    [InlineData(-5, 0, false)]
    [InlineData(-61, 0, false)]
    [InlineData(-30, 8, false)]
    public void Check_OfAFailure_TellsTooLittleMemoryFromOthers(int status, long bytes, bool isOutOfMemory)
    {
        var thrown = Assert.Throws<DeviceException>(() => ((OpenClStatus)status).Check(new OpenClCall("clCall", s_device) { Bytes = bytes }));

        Assert.Equal(isOutOfMemory, thrown.IsOutOfMemory);
    }

    [Fact]
    public void Check_OfSuccess_IsSilent()
    {
        OpenClStatus.Success.Check(new OpenClCall("clCall", s_device));
        OpenClStatus.Success.Check("clCall", "a platform");
        OpenClStatus.Success.CheckExecution(new OpenClCall("clCall", s_device));
    }

    // PoCL 3.1 ends the process when an operation fails, so that this cannot be seen on a device.
    [Theory]
    [InlineData(-5, "CL_OUT_OF_RESOURCES (-5)", false)]
    [InlineData(-4, "CL_MEM_OBJECT_ALLOCATION_FAILURE (-4)", true)]
    [InlineData(-9999, "an unknown code (-9999)", false)]
    public void CheckExecution_OfAnOperationThatFailed_NamesItAndTheDevice(int execution, string code, bool isOutOfMemory)
    {
        var thrown = Assert.Throws<DeviceException>(
            () => ((OpenClStatus)execution).CheckExecution(new OpenClCall("clEnqueueNDRangeKernel", s_device) { Kernel = "fused_07" }));

        Assert.Equal(
            $"clEnqueueNDRangeKernel of kernel fused_07 was accepted by OpenCL device 1, \"pocl, 16 units\" and ended with {code}; its results are lost. "
            + "Update its driver, or take another device or engine.",
            thrown.Message);
        Assert.Equal(isOutOfMemory, thrown.IsOutOfMemory);
    }

    [Fact]
    public void CheckExecution_OfAnOperationThatIsStillRunning_IsSilent()
    {
        ((OpenClStatus)3).CheckExecution(new OpenClCall("clCall", s_device));
    }

    [Fact]
    public void Statuses_OfTheSpecification_AreEachNamedOnce()
    {
        int[] numbers = [.. Enum.GetValues<OpenClStatus>().Select(status => (int)status).Order()];

        Assert.Equal(numbers.Distinct(), numbers);
        Assert.Equal([.. Enumerable.Range(-68, 39), .. Enumerable.Range(-19, 20)], numbers.Where(number => number is >= -68 and <= 0));
    }
}
