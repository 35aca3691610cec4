using FactorGpu.Devices.Cuda.Native;
using FactorGpu.Engines.Gpu;

namespace FactorGpu.Devices.Cuda;

/// <summary>An operation in a stream, between the event before it and the one after.</summary>
internal sealed class CudaEvent : IGpuEvent
{
    private readonly CudaDevice _device;
    private readonly string _call;

    /// <summary>Makes the two events; the context is the calling thread's own.</summary>
    /// <param name="device">The device that the operation is for.</param>
    /// <param name="call">The call that enqueues it, for messages.</param>
    internal CudaEvent(CudaDevice device, string call)
    {
        _device = device;
        _call = call;
        Start = device.CreateEvent();
        End = device.CreateEvent();
    }

    public double ElapsedMs
    {
        get
        {
            using ContextScope scope = _device.Enter();
            _device.Check(CudaNative.EventElapsedTime(out float milliseconds, Start, End), $"cuEventElapsedTime after {_call}");
            return milliseconds;
        }
    }

    internal EventHandle Start { get; }

    internal EventHandle End { get; }

    public void Wait()
    {
        using ContextScope scope = _device.Enter();
        _device.Check(CudaNative.EventSynchronize(End), $"cuEventSynchronize after {_call}");
    }

    public void Dispose()
    {
        Start.Dispose();
        End.Dispose();
    }
}
