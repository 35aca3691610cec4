using System;
using FactorGpu.Devices.Cuda.Native;
using FactorGpu.Engines.Gpu;

namespace FactorGpu.Devices.Cuda;

/// <summary>A stream. Every operation stands between two events, which keep its time.</summary>
internal sealed class CudaQueue : IGpuQueue
{
    private readonly CudaDevice _device;
    private readonly StreamHandle _stream;

    internal CudaQueue(CudaDevice device, StreamHandle stream)
    {
        _device = device;
        _stream = stream;
    }

    public IGpuEvent Upload(nint source, IGpuBuffer target, long targetOffset, long bytes)
    {
        nint address = AddressOf(target) + (nint)targetOffset;
        return Enqueue("cuMemcpyHtoDAsync_v2", () => CudaNative.MemcpyHtoDAsync(address, source, (nuint)bytes, _stream));
    }

    public IGpuEvent Download(IGpuBuffer source, long sourceOffset, nint target, long bytes)
    {
        nint address = AddressOf(source) + (nint)sourceOffset;
        return Enqueue("cuMemcpyDtoHAsync_v2", () => CudaNative.MemcpyDtoHAsync(target, address, (nuint)bytes, _stream));
    }

    public IGpuEvent Copy(IGpuBuffer source, IGpuBuffer target, long bytes)
    {
        nint from = AddressOf(source);
        nint to = AddressOf(target);
        return Enqueue("cuMemcpyDtoDAsync_v2", () => CudaNative.MemcpyDtoDAsync(to, from, (nuint)bytes, _stream));
    }

    public IGpuEvent Launch(IGpuKernels kernels, int kernel, int groups, int itemsPerGroup, ReadOnlySpan<GpuArgument> arguments)
    {
        var own = (CudaKernels)kernels;
        ulong[] values = new ulong[arguments.Length];
        for (int i = 0; i < values.Length; i++)
        {
            // A number of 32 bits is read from the low bytes of its place: every host of a card is little-endian.
            values[i] = arguments[i].Buffer is { } buffer ? (ulong)AddressOf(buffer) : (uint)arguments[i].Number;
        }

        return Enqueue($"cuLaunchKernel for {own.Name(kernel)}", () => own.Launch(kernel, groups, itemsPerGroup, _stream, values));
    }

    public void StartAfter(IGpuEvent operation)
    {
        using ContextScope scope = _device.Enter();
        _device.Check(CudaNative.StreamWaitEvent(_stream, ((CudaEvent)operation).End, 0), "cuStreamWaitEvent");
    }

    public void Finish()
    {
        using ContextScope scope = _device.Enter();
        _device.Check(CudaNative.StreamSynchronize(_stream), "cuStreamSynchronize");
    }

    public void Dispose() => _stream.Dispose();

    private static nint AddressOf(IGpuBuffer buffer) => ((CudaBuffer)buffer).Address;

    private CudaEvent Enqueue(string call, Func<CudaStatus> operation)
    {
        using ContextScope scope = _device.Enter();
        var enqueued = new CudaEvent(_device, call);
        try
        {
            _device.Check(CudaNative.EventRecord(enqueued.Start, _stream), "cuEventRecord");
            _device.Check(operation(), call);
            _device.Check(CudaNative.EventRecord(enqueued.End, _stream), "cuEventRecord");
            return enqueued;
        }
        catch
        {
            enqueued.Dispose();
            throw;
        }
    }
}
