using System;
using FactorGpu.Devices.OpenCl.Native;
using FactorGpu.Engines.Gpu;

namespace FactorGpu.Devices.OpenCl;

/// <summary>A queue of an OpenCL device, in order and with a clock. Every operation is sent to the device at once, so that other queues can wait for it.</summary>
/// <param name="handle">The queue.</param>
/// <param name="device">Its device.</param>
internal sealed class OpenClQueue(QueueHandle handle, GpuDeviceInfo device) : IGpuQueue
{
    private const uint Later = 0; // not blocking

    public IGpuEvent Upload(nint source, IGpuBuffer target, long targetOffset, long bytes)
    {
        OpenClCall call = new("clEnqueueWriteBuffer", device) { Bytes = bytes };
        BufferHandle buffer = ((OpenClBuffer)target).WithPart(targetOffset, bytes);
        OpenClNative.EnqueueWriteBuffer(handle, buffer, Later, (nuint)targetOffset, (nuint)bytes, source, 0, 0, out EventHandle operation).Check(call);
        return Sent(new OpenClEvent(operation, call));
    }

    public IGpuEvent Download(IGpuBuffer source, long sourceOffset, nint target, long bytes)
    {
        OpenClCall call = new("clEnqueueReadBuffer", device) { Bytes = bytes };
        BufferHandle buffer = ((OpenClBuffer)source).WithPart(sourceOffset, bytes);
        OpenClNative.EnqueueReadBuffer(handle, buffer, Later, (nuint)sourceOffset, (nuint)bytes, target, 0, 0, out EventHandle operation).Check(call);
        return Sent(new OpenClEvent(operation, call));
    }

    public IGpuEvent Copy(IGpuBuffer source, IGpuBuffer target, long bytes)
    {
        OpenClCall call = new("clEnqueueCopyBuffer", device) { Bytes = bytes };
        BufferHandle from = ((OpenClBuffer)source).WithPart(0, bytes);
        BufferHandle to = ((OpenClBuffer)target).WithPart(0, bytes);
        OpenClNative.EnqueueCopyBuffer(handle, from, to, 0, 0, (nuint)bytes, 0, 0, out EventHandle operation).Check(call);
        return Sent(new OpenClEvent(operation, call));
    }

    public IGpuEvent Launch(IGpuKernels kernels, int kernel, int groups, int itemsPerGroup, ReadOnlySpan<GpuArgument> arguments)
        => Sent(((OpenClKernels)kernels)[kernel].Enqueue(handle, groups, itemsPerGroup, arguments));

    public void StartAfter(IGpuEvent operation)
        => OpenClNative.EnqueueBarrier(handle, ((OpenClEvent)operation).Handle).Check(new("clEnqueueBarrierWithWaitList", device));

    public void Finish() => OpenClNative.Finish(handle).Check(new("clFinish", device));

    public void Dispose() => handle.Dispose();

    private OpenClEvent Sent(OpenClEvent operation)
    {
        OpenClNative.Flush(handle).Check(new("clFlush", device));
        return operation;
    }
}
