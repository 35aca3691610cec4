using FactorGpu.Devices.OpenCl.Native;
using FactorGpu.Engines.Gpu;

namespace FactorGpu.Devices.OpenCl;

/// <summary>An operation in a queue of an OpenCL device.</summary>
/// <param name="handle">The event.</param>
/// <param name="call">The call that enqueued it.</param>
internal sealed class OpenClEvent(EventHandle handle, OpenClCall call) : IGpuEvent
{
    private const double NanosecondsPerMillisecond = 1e6;

    public double ElapsedMs => (double)(Moment(ProfilingQuery.CommandEnd) - Moment(ProfilingQuery.CommandStart)) / NanosecondsPerMillisecond;

    internal EventHandle Handle => handle;

    public void Wait()
    {
        OpenClStatus waited = OpenClNative.WaitForEvent(handle);

        // A failed operation is first told as "an event of the list failed"; its own code says more.
        OpenClNative.GetEventExecutionStatus(handle, out OpenClStatus execution).Check(new("clGetEventInfo", call.Device));
        execution.CheckExecution(call);
        waited.Check(new("clWaitForEvents", call.Device));
    }

    public void Dispose() => handle.Dispose();

    private ulong Moment(ProfilingQuery query)
    {
        OpenClNative.GetEventMoment(handle, query, out ulong nanoseconds).Check(new("clGetEventProfilingInfo", call.Device));
        return nanoseconds;
    }
}
