using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FactorGpu.Devices.OpenCl.Native;

/// <content>OpenCL 1.2, 5.9 Event Objects, 5.10 Markers, Barriers and Waiting for Events, and 5.12 Profiling Operations</content>
internal static partial class OpenClNative
{
    /// <summary>Waits until an operation has ended.</summary>
    internal static OpenClStatus WaitForEvent(EventHandle operation)
    {
        bool isHeld = false;
        try
        {
            operation.DangerousAddRef(ref isHeld);
            return WaitForEvents(1, operation.DangerousGetHandle());
        }
        finally
        {
            if (isHeld)
            {
                operation.DangerousRelease();
            }
        }
    }

    /// <summary>Lets what is enqueued from now on start after an operation has ended.</summary>
    internal static OpenClStatus EnqueueBarrier(QueueHandle queue, EventHandle after)
    {
        bool isHeld = false;
        try
        {
            after.DangerousAddRef(ref isHeld);
            return EnqueueBarrierWithWaitList(queue, 1, after.DangerousGetHandle(), 0);
        }
        finally
        {
            if (isHeld)
            {
                after.DangerousRelease();
            }
        }
    }

    /// <summary>Gives how far an operation is: 0 when it has ended, above 0 before, and the code below 0 with which it failed.</summary>
    internal static OpenClStatus GetEventExecutionStatus(EventHandle operation, out OpenClStatus execution)
    {
        const uint ExecutionStatus = 0x11D3;
        return GetEventInfo(operation, ExecutionStatus, sizeof(OpenClStatus), out execution, out _);
    }

    /// <summary>Gives a moment of an operation that has ended, in nanoseconds of the device's clock.</summary>
    internal static OpenClStatus GetEventMoment(EventHandle operation, ProfilingQuery query, out ulong nanoseconds)
        => GetEventProfilingInfo(operation, query, sizeof(ulong), out nanoseconds, out _);

    [LibraryImport(Library, EntryPoint = "clReleaseEvent")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvStdcall)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial OpenClStatus ReleaseEvent(nint operation);

    [LibraryImport(Library, EntryPoint = "clWaitForEvents")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvStdcall)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial OpenClStatus WaitForEvents(uint count, in nint operation);

    [LibraryImport(Library, EntryPoint = "clEnqueueBarrierWithWaitList")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvStdcall)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial OpenClStatus EnqueueBarrierWithWaitList(QueueHandle queue, uint waitCount, in nint waitFor, nint operation);

    [LibraryImport(Library, EntryPoint = "clGetEventInfo")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvStdcall)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial OpenClStatus GetEventInfo(EventHandle operation, uint query, nuint room, out OpenClStatus value, out nuint bytes);

    [LibraryImport(Library, EntryPoint = "clGetEventProfilingInfo")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvStdcall)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial OpenClStatus GetEventProfilingInfo(EventHandle operation, ProfilingQuery query, nuint room, out ulong value, out nuint bytes);
}
