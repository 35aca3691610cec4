using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Devices.OpenCl.Native;
using FactorGpu.Engines.Gpu;

namespace FactorGpu.Devices.OpenCl;

/// <summary>The kernels of one program, which they keep.</summary>
internal sealed class OpenClKernels : IGpuKernels
{
    private readonly ImmutableArray<OpenClKernel> _kernels;

    private OpenClKernels(ImmutableArray<OpenClKernel> kernels) => _kernels = kernels;

    /// <summary>Takes kernels out of a program that has been built.</summary>
    internal static OpenClKernels Of(ProgramHandle program, ImmutableArray<string> names, DeviceId id, GpuDeviceInfo device)
        => new([.. names.Select(name => new OpenClKernel(program, name, id, device))]);

    public int LargestGroup(int kernel) => _kernels[kernel].LargestGroup;

    public void Dispose()
    {
        foreach (OpenClKernel kernel in _kernels)
        {
            kernel.Dispose();
        }
    }

    internal OpenClKernel this[int kernel] => _kernels[kernel];
}
