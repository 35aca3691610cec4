using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Text;
using FactorGpu.Devices.Cuda.Native;
using FactorGpu.Engines.Gpu;

namespace FactorGpu.Devices.Cuda;

/// <summary>Asks the driver what a card is.</summary>
internal static class CudaDeviceSearch
{
    private const int NameBytes = 256;

    /// <summary>The card of a number, or null and why it is not used.</summary>
    internal static GpuDeviceInfo? Find(int index, out string reason)
    {
        Span<byte> name = stackalloc byte[NameBytes];
        reason = FirstFailure(
            index,
            ("cuDeviceGet", CudaNative.DeviceGet(out int device, index)),
            ("cuDeviceGetName", CudaNative.DeviceGetName(name, NameBytes, device)),
            ("cuDeviceTotalMem_v2", CudaNative.DeviceTotalMem(out nuint memoryBytes, device)),
            ("cuDeviceGetAttribute", CudaNative.DeviceGetAttribute(out int major, CudaDeviceAttribute.ComputeCapabilityMajor, device)),
            ("cuDeviceGetAttribute", CudaNative.DeviceGetAttribute(out int minor, CudaDeviceAttribute.ComputeCapabilityMinor, device)),
            ("cuDeviceGetAttribute", CudaNative.DeviceGetAttribute(out int sharedBytes, CudaDeviceAttribute.MaxSharedMemoryPerBlock, device)),
            ("cuDeviceGetAttribute", CudaNative.DeviceGetAttribute(out int threads, CudaDeviceAttribute.MaxThreadsPerBlock, device)),
            ("cuDeviceGetAttribute", CudaNative.DeviceGetAttribute(out int warp, CudaDeviceAttribute.WarpSize, device)),
            ("cuDriverGetVersion", CudaNative.DriverGetVersion(out int version)));
        if (reason.Length > 0)
        {
            return null;
        }

        string driver = VersionText(version);
        var found = new GpuDeviceInfo
        {
            Kind = GpuDeviceKind.Cuda,
            Index = index,
            Name = Encoding.UTF8.GetString(name[..name.IndexOf((byte)0)]),
            Platform = $"CUDA {driver}, NVRTC {NvrtcLibrary.Installed.Version}",
            Driver = driver,
            Architecture = string.Create(CultureInfo.InvariantCulture, $"sm_{major}{minor}"),
            MemoryBytes = (long)memoryBytes,
            LargestBufferBytes = (long)memoryBytes,
            LocalBytes = sharedBytes,
            LargestGroup = threads,
            PreferredGroupMultiple = warp,
            HasFp64 = true,
            RoundsSingleCorrectly = true,
        };
        reason = TooOld(found, (10 * major) + minor, NvrtcCompiler.Supported());
        return reason.Length > 0 ? null : found;
    }

    /// <summary>A version as cuDriverGetVersion gives it, 12040, in words: 12.4.</summary>
    internal static string VersionText(int version) => string.Create(CultureInfo.InvariantCulture, $"{version / 1000}.{version % 1000 / 10}");

    /// <summary>Why the compiler cannot be used for a card; empty where it can.</summary>
    internal static string TooOld(GpuDeviceInfo device, int capability, ImmutableArray<int> supported)
        => NvrtcTarget.For(capability, supported.AsSpan()) is not null
            ? ""
            : $"{device.Name} is {device.Architecture}; {device.Platform} compiles for {string.Join(", ", supported.Select(s => $"sm_{s}"))}. Install an older NVRTC, or use the card through OpenCL";

    private static string FirstFailure(int index, params ReadOnlySpan<(string Call, CudaStatus Status)> calls)
    {
        foreach ((string call, CudaStatus status) in calls)
        {
            if (status != CudaStatus.Success)
            {
                return string.Create(CultureInfo.InvariantCulture, $"{call} returned {CudaStatusName.Of(status)} for device {index}");
            }
        }

        return "";
    }
}
