using System;
using System.Threading;
using FactorGpu.Devices.OpenCl.Native;
using FactorGpu.Engines.Gpu;
using FactorGpu.Errors;

namespace FactorGpu.Devices.OpenCl;

/// <summary>A kernel built for an OpenCL device.</summary>
internal sealed class OpenClKernel : IDisposable
{
    // The arguments are a state of the kernel, the only one in OpenCL that two threads may not touch at once.
    private readonly Lock _argumentsInUse = new();
    private readonly KernelHandle _handle;
    private readonly GpuDeviceInfo _device;
    private readonly string _name;
    private readonly uint _argumentCount;

    internal OpenClKernel(ProgramHandle program, string name, DeviceId id, GpuDeviceInfo device)
    {
        _device = device;
        _name = name;
        _handle = OpenClNative.CreateKernel(program, name, out OpenClStatus status);
        status.Check(Call("clCreateKernel"));
        OpenClNative.GetKernelArgumentCount(_handle, out _argumentCount).Check(Call("clGetKernelInfo"));
        OpenClNative.GetKernelWorkGroupSize(_handle, id, out nuint largestGroup).Check(Call("clGetKernelWorkGroupInfo"));
        LargestGroup = (int)Math.Min(largestGroup, int.MaxValue);
    }

    internal int LargestGroup { get; }

    public void Dispose() => _handle.Dispose();

    /// <summary>Enqueues the kernel with its arguments.</summary>
    internal OpenClEvent Enqueue(QueueHandle queue, int groups, int itemsPerGroup, ReadOnlySpan<GpuArgument> arguments)
    {
        if (arguments.Length != _argumentCount)
        {
            Throw.OpenClArgumentCount(_name, arguments.Length, _argumentCount, OpenClCall.PlaceOf(_device));
        }

        OpenClCall call = Call("clEnqueueNDRangeKernel");
        lock (_argumentsInUse)
        {
            SetArguments(arguments);
            nuint items = (nuint)groups * (nuint)itemsPerGroup;
            OpenClNative.EnqueueNDRangeKernel(queue, _handle, 1, 0, items, (nuint)itemsPerGroup, 0, 0, out EventHandle operation).Check(call);
            return new OpenClEvent(operation, call);
        }
    }

    private void SetArguments(ReadOnlySpan<GpuArgument> arguments)
    {
        for (int i = 0; i < arguments.Length; i++)
        {
            OpenClStatus status = arguments[i].Buffer is { } buffer
                ? OpenClNative.SetKernelArg(_handle, (uint)i, ((OpenClBuffer)buffer).Handle)
                : OpenClNative.SetKernelArg(_handle, (uint)i, sizeof(int), arguments[i].Number);
            status.Check(Call("clSetKernelArg") with { Argument = i });
        }
    }

    private OpenClCall Call(string function) => new(function, _device) { Kernel = _name };
}
