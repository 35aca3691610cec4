using System.Collections.Immutable;
using FactorGpu.Devices.Cuda.Native;
using FactorGpu.Engines.Gpu;

namespace FactorGpu.Devices.Cuda;

/// <summary>A loaded module and its kernels by number.</summary>
internal sealed class CudaKernels : IGpuKernels
{
    private readonly CudaModuleHandle _module;
    private readonly ImmutableArray<(string Name, nint Function, int LargestGroup)> _kernels;

    /// <summary>Takes over a module; the context is the calling thread's own.</summary>
    internal CudaKernels(CudaDevice device, CudaModuleHandle module, ImmutableArray<string> names)
    {
        _module = module;
        var kernels = ImmutableArray.CreateBuilder<(string, nint, int)>(names.Length);
        try
        {
            foreach (string name in names)
            {
                device.Check(CudaNative.ModuleGetFunction(out nint function, module, name), $"cuModuleGetFunction for kernel {name}");
                device.Check(CudaNative.FuncGetMaxThreads(out int largest, function), $"cuFuncGetAttribute for kernel {name}");
                kernels.Add((name, function, largest));
            }
        }
        catch
        {
            module.Dispose();
            throw;
        }

        _kernels = kernels.MoveToImmutable();
    }

    public int LargestGroup(int kernel) => _kernels[kernel].LargestGroup;

    public void Dispose() => _module.Dispose();

    internal string Name(int kernel) => _kernels[kernel].Name;

    /// <summary>Puts a kernel into a stream; the context is the calling thread's own.</summary>
    internal CudaStatus Launch(int kernel, int groups, int itemsPerGroup, StreamHandle stream, ulong[] arguments)
    {
        bool isHeld = false;
        _module.DangerousAddRef(ref isHeld);
        try
        {
            return CudaNative.Launch(_kernels[kernel].Function, groups, itemsPerGroup, stream, arguments);
        }
        finally
        {
            _module.DangerousRelease();
        }
    }
}
