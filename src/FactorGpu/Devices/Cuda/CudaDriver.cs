using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using FactorGpu.Devices.Cuda.Native;
using FactorGpu.Engines.Gpu;
using FactorGpu.Errors;

namespace FactorGpu.Devices.Cuda;

/// <summary>NVIDIA cards through the CUDA driver API, for which NVRTC compiles.</summary>
internal sealed class CudaDriver : IGpuDriver
{
    private readonly KernelStore _store;

    /// <summary>Keeps compiled kernels in the user's cache folder.</summary>
    internal CudaDriver()
        : this(new KernelStore(CacheFolder.ForKernels(), KernelStore.MostBytes))
    {
    }

    internal CudaDriver(KernelStore store) => _store = store;

    public GpuSearch Search()
    {
        if (WhyNone() is { } reasons)
        {
            return new GpuSearch { Kind = GpuDeviceKind.Cuda, Reasons = [.. reasons] };
        }

        CudaStatus status = CudaNative.DeviceGetCount(out int count);
        if (status != CudaStatus.Success)
        {
            return new GpuSearch { Kind = GpuDeviceKind.Cuda, Reasons = [$"cuDeviceGetCount returned {CudaStatusName.Of(status)}"] };
        }

        var devices = new List<GpuDeviceInfo>();
        var refused = new List<string>();
        for (int index = 0; index < count; index++)
        {
            if (CudaDeviceSearch.Find(index, out string reason) is { } device)
            {
                devices.Add(device);
            }
            else
            {
                refused.Add(reason);
            }
        }

        return new GpuSearch { Kind = GpuDeviceKind.Cuda, Devices = [.. devices], Reasons = [.. refused] };
    }

    public IGpuDevice Open(GpuDeviceInfo device)
    {
        Debug.Assert(device.Kind == GpuDeviceKind.Cuda && CudaLibrary.Installed.Handle != 0 && NvrtcLibrary.Installed.Handle != 0, "It is one that Search has found.");
        Check(CudaNative.DeviceGet(out int ordinal, device.Index), "cuDeviceGet", device);
        int capability = int.Parse(device.Architecture["sm_".Length..], CultureInfo.InvariantCulture);
        var compiler = new NvrtcCompiler(NvrtcTarget.For(capability, NvrtcCompiler.Supported().AsSpan())!.Value);
        Check(ContextHandle.Retain(ordinal, out ContextHandle? context), "cuDevicePrimaryCtxRetain", device);
        return new CudaDevice(device, context!, compiler, _store);
    }

    /// <summary>What stands in the way of every device, or null.</summary>
    private static IEnumerable<string>? WhyNone()
    {
        if (CudaLibrary.Installed.Handle == 0)
        {
            return CudaReasons.WithoutDriver(CudaLibrary.Installed.Tried);
        }

        CudaStatus status = CudaNative.Init(0);
        if (status != CudaStatus.Success)
        {
            return CudaReasons.OfInit(status);
        }

        return NvrtcLibrary.Installed.Handle == 0 ? CudaReasons.WithoutCompiler(NvrtcLibrary.Installed.Tried) : null;
    }

    private static void Check(CudaStatus status, string call, GpuDeviceInfo device)
    {
        if (status != CudaStatus.Success)
        {
            Throw.CudaCall(call, CudaStatusName.Of(status), device.Name, status == CudaStatus.OutOfMemory);
        }
    }
}
