using System;
using System.Collections.Immutable;
using FactorGpu.Devices.Cuda.Native;
using FactorGpu.Engines.Gpu;
using FactorGpu.Errors;

namespace FactorGpu.Devices.Cuda;

/// <summary>A card through its primary context, which is the calling thread's own during each call and no longer.</summary>
internal sealed class CudaDevice : IGpuDevice
{
    private readonly ContextHandle _context;
    private readonly NvrtcCompiler _compiler;
    private readonly KernelStore _store;

    internal CudaDevice(GpuDeviceInfo info, ContextHandle context, NvrtcCompiler compiler, KernelStore store)
    {
        Info = info;
        _context = context;
        _compiler = compiler;
        _store = store;
    }

    public GpuDeviceInfo Info { get; }

    public IGpuKernels Build(string source, ImmutableArray<string> kernels)
    {
        string key = KernelStore.KeyOf(source, string.Join(' ', _compiler.Options), Info.Architecture, NvrtcLibrary.Installed.Version, Info.Driver);
        byte[]? image = _store.Read(key);
        if (image is null)
        {
            image = _compiler.Compile(source, Info.Name);
            _store.Write(key, image);
        }

        using ContextScope scope = Enter();
        Check(CudaModuleHandle.Load(_context, image, out CudaModuleHandle? module), "cuModuleLoadData");
        return new CudaKernels(this, module!, kernels);
    }

    public IGpuBuffer Allocate(long bytes)
    {
        using ContextScope scope = Enter();
        CudaStatus status = MemoryHandle.Allocate(_context, AtLeastOne(bytes), out MemoryHandle? memory);
        if (status == CudaStatus.OutOfMemory)
        {
            Throw.CudaOutOfMemory("cuMemAlloc_v2", CudaStatusName.Of(status), bytes, Info.Name, Info.MemoryBytes);
        }

        Check(status, "cuMemAlloc_v2");
        return new CudaBuffer(memory!, bytes);
    }

    public IGpuHostMemory AllocateHost(long bytes)
    {
        using ContextScope scope = Enter();
        CudaStatus status = HostMemoryHandle.Allocate(_context, AtLeastOne(bytes), out HostMemoryHandle? memory);
        if (status == CudaStatus.OutOfMemory)
        {
            Throw.CudaOutOfHostMemory("cuMemHostAlloc", CudaStatusName.Of(status), bytes, Info.Name);
        }

        Check(status, "cuMemHostAlloc");
        return new CudaHostMemory(memory!, bytes);
    }

    public IGpuQueue CreateQueue()
    {
        using ContextScope scope = Enter();
        Check(StreamHandle.Create(_context, out StreamHandle? stream), "cuStreamCreate");
        return new CudaQueue(this, stream!);
    }

    public void Dispose() => _context.Dispose();

    /// <summary>Makes the context the calling thread's own until the scope ends.</summary>
    internal ContextScope Enter()
    {
        Check(ContextScope.Enter(_context, out ContextScope scope), "cuCtxPushCurrent_v2");
        return scope;
    }

    /// <summary>An event of the context, which is the calling thread's own.</summary>
    internal EventHandle CreateEvent()
    {
        Check(EventHandle.Create(_context, out EventHandle? created), "cuEventCreate");
        return created!;
    }

    /// <summary>Refuses to go on after a call that failed.</summary>
    internal void Check(CudaStatus status, string call)
    {
        if (status != CudaStatus.Success)
        {
            Throw.CudaCall(call, CudaStatusName.Of(status), Info.Name, status == CudaStatus.OutOfMemory);
        }
    }

    // The driver refuses to give nothing.
    private static long AtLeastOne(long bytes) => Math.Max(bytes, 1);
}
