using FactorGpu.Devices.Cuda.Native;
using Xunit;

namespace FactorGpu.Tests.Devices.Cuda;

/// <summary>Names and numbers as the manual of the driver API has them.</summary>
public sealed class CudaStatusTests
{
    [Theory]
    [InlineData(0, "CUDA_SUCCESS")]
    [InlineData(1, "CUDA_ERROR_INVALID_VALUE")]
    [InlineData(2, "CUDA_ERROR_OUT_OF_MEMORY")]
    [InlineData(3, "CUDA_ERROR_NOT_INITIALIZED")]
    [InlineData(4, "CUDA_ERROR_DEINITIALIZED")]
    [InlineData(34, "CUDA_ERROR_STUB_LIBRARY")]
    [InlineData(46, "CUDA_ERROR_DEVICE_UNAVAILABLE")]
    [InlineData(100, "CUDA_ERROR_NO_DEVICE")]
    [InlineData(101, "CUDA_ERROR_INVALID_DEVICE")]
    [InlineData(102, "CUDA_ERROR_DEVICE_NOT_LICENSED")]
    [InlineData(200, "CUDA_ERROR_INVALID_IMAGE")]
    [InlineData(201, "CUDA_ERROR_INVALID_CONTEXT")]
    [InlineData(205, "CUDA_ERROR_MAP_FAILED")]
    [InlineData(206, "CUDA_ERROR_UNMAP_FAILED")]
    [InlineData(209, "CUDA_ERROR_NO_BINARY_FOR_GPU")]
    [InlineData(214, "CUDA_ERROR_ECC_UNCORRECTABLE")]
    [InlineData(215, "CUDA_ERROR_UNSUPPORTED_LIMIT")]
    [InlineData(218, "CUDA_ERROR_INVALID_PTX")]
    [InlineData(220, "CUDA_ERROR_NVLINK_UNCORRECTABLE")]
    [InlineData(221, "CUDA_ERROR_JIT_COMPILER_NOT_FOUND")]
    [InlineData(222, "CUDA_ERROR_UNSUPPORTED_PTX_VERSION")]
    [InlineData(223, "CUDA_ERROR_JIT_COMPILATION_DISABLED")]
    [InlineData(225, "CUDA_ERROR_UNSUPPORTED_DEVSIDE_SYNC")]
    [InlineData(226, "CUDA_ERROR_CONTAINED")]
    [InlineData(300, "CUDA_ERROR_INVALID_SOURCE")]
    [InlineData(301, "CUDA_ERROR_FILE_NOT_FOUND")]
    [InlineData(302, "CUDA_ERROR_SHARED_OBJECT_SYMBOL_NOT_FOUND")]
    [InlineData(303, "CUDA_ERROR_SHARED_OBJECT_INIT_FAILED")]
    [InlineData(304, "CUDA_ERROR_OPERATING_SYSTEM")]
    [InlineData(400, "CUDA_ERROR_INVALID_HANDLE")]
    [InlineData(401, "CUDA_ERROR_ILLEGAL_STATE")]
    [InlineData(500, "CUDA_ERROR_NOT_FOUND")]
    [InlineData(600, "CUDA_ERROR_NOT_READY")]
    [InlineData(700, "CUDA_ERROR_ILLEGAL_ADDRESS")]
    [InlineData(701, "CUDA_ERROR_LAUNCH_OUT_OF_RESOURCES")]
    [InlineData(702, "CUDA_ERROR_LAUNCH_TIMEOUT")]
    [InlineData(703, "CUDA_ERROR_LAUNCH_INCOMPATIBLE_TEXTURING")]
    [InlineData(708, "CUDA_ERROR_PRIMARY_CONTEXT_ACTIVE")]
    [InlineData(709, "CUDA_ERROR_CONTEXT_IS_DESTROYED")]
    [InlineData(710, "CUDA_ERROR_ASSERT")]
    [InlineData(711, "CUDA_ERROR_TOO_MANY_PEERS")]
    [InlineData(712, "CUDA_ERROR_HOST_MEMORY_ALREADY_REGISTERED")]
    [InlineData(713, "CUDA_ERROR_HOST_MEMORY_NOT_REGISTERED")]
    [InlineData(714, "CUDA_ERROR_HARDWARE_STACK_ERROR")]
    [InlineData(715, "CUDA_ERROR_ILLEGAL_INSTRUCTION")]
    [InlineData(716, "CUDA_ERROR_MISALIGNED_ADDRESS")]
    [InlineData(717, "CUDA_ERROR_INVALID_ADDRESS_SPACE")]
    [InlineData(718, "CUDA_ERROR_INVALID_PC")]
    [InlineData(719, "CUDA_ERROR_LAUNCH_FAILED")]
    [InlineData(800, "CUDA_ERROR_NOT_PERMITTED")]
    [InlineData(801, "CUDA_ERROR_NOT_SUPPORTED")]
    [InlineData(802, "CUDA_ERROR_SYSTEM_NOT_READY")]
    [InlineData(803, "CUDA_ERROR_SYSTEM_DRIVER_MISMATCH")]
    [InlineData(804, "CUDA_ERROR_COMPAT_NOT_SUPPORTED_ON_DEVICE")]
    [InlineData(805, "CUDA_ERROR_MPS_CONNECTION_FAILED")]
    [InlineData(806, "CUDA_ERROR_MPS_RPC_FAILURE")]
    [InlineData(807, "CUDA_ERROR_MPS_SERVER_NOT_READY")]
    [InlineData(808, "CUDA_ERROR_MPS_MAX_CLIENTS_REACHED")]
    [InlineData(809, "CUDA_ERROR_MPS_MAX_CONNECTIONS_REACHED")]
    [InlineData(810, "CUDA_ERROR_MPS_CLIENT_TERMINATED")]
    [InlineData(909, "CUDA_ERROR_TIMEOUT")]
    [InlineData(911, "CUDA_ERROR_EXTERNAL_DEVICE")]
    [InlineData(913, "CUDA_ERROR_FUNCTION_NOT_LOADED")]
    [InlineData(999, "CUDA_ERROR_UNKNOWN")]
    public void Of_AStatus_IsItsNameAndNumber(int number, string name)
    {
        Assert.Equal($"{name} ({number})", CudaStatusName.Of((CudaStatus)number));
    }

    [Fact]
    public void Of_AStatusThatIsNotKnown_IsItsNumber()
    {
        Assert.Equal("an error without a name here (12345)", CudaStatusName.Of((CudaStatus)12345));
    }

    [Theory]
    [InlineData("MaxThreadsPerBlock", 1)]
    [InlineData("MaxSharedMemoryPerBlock", 8)]
    [InlineData("WarpSize", 10)]
    [InlineData("ComputeCapabilityMajor", 75)]
    [InlineData("ComputeCapabilityMinor", 76)]
    public void Attribute_OfADevice_HasItsNumber(string name, int number)
    {
        Assert.Equal(name, ((CudaDeviceAttribute)number).ToString());
    }
}
