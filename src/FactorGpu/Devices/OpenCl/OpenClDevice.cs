using System;
using System.Collections.Immutable;
using System.Text;
using FactorGpu.Devices.OpenCl.Native;
using FactorGpu.Engines.Gpu;
using FactorGpu.Errors;

namespace FactorGpu.Devices.OpenCl;

/// <summary>An open OpenCL device, with a context of its own.</summary>
/// <remarks>Programs are built from their text in every process: drivers keep what they have compiled, and asking PoCL for it would make it compile without its store.</remarks>
internal sealed class OpenClDevice : IGpuDevice
{
    private readonly DeviceId _id;
    private readonly ContextHandle _context;
    private readonly QueueHandle _mapping;

    /// <summary>Opens a device.</summary>
    /// <exception cref="DeviceException">The driver refuses.</exception>
    internal OpenClDevice(OpenClCandidate device)
    {
        Info = device.Info;
        _id = device.Id;
        _context = OpenClNative.CreateContext(device.Platform, _id, out OpenClStatus status);
        status.Check(new("clCreateContext", Info));
        _mapping = NewQueue();
    }

    public GpuDeviceInfo Info { get; }

    private string BuildOptions => Info.RoundsSingleCorrectly ? "-cl-std=CL1.2 -cl-fp32-correctly-rounded-divide-sqrt" : "-cl-std=CL1.2";

    public IGpuKernels Build(string source, ImmutableArray<string> kernels)
    {
        using ProgramHandle program = OpenClNative.CreateProgramWithSource(_context, 1, source, 0, out OpenClStatus created);
        created.Check(new("clCreateProgramWithSource", Info));
        OpenClStatus built = OpenClNative.BuildProgram(program, 1, _id, BuildOptions, 0, 0);
        if (built != OpenClStatus.Success)
        {
            Throw.OpenClBuildFailed(string.Join(", ", kernels), built.Symbol(), (int)built, OpenClCall.PlaceOf(Info), BuildLog(program));
        }

        return OpenClKernels.Of(program, kernels, _id, Info);
    }

    public IGpuBuffer Allocate(long bytes) => new OpenClBuffer(NewBuffer(MemoryFlags.ReadWrite, bytes), bytes);

    public IGpuHostMemory AllocateHost(long bytes)
    {
        BufferHandle buffer = NewBuffer(MemoryFlags.ReadWrite | MemoryFlags.AllocHostPtr, bytes);
        MappedMemoryHandle mapped = MappedMemoryHandle.Map(_mapping, buffer, (nuint)bytes, out OpenClStatus status);
        if (mapped.IsInvalid)
        {
            buffer.Dispose();
        }

        status.Check(new("clEnqueueMapBuffer", Info) { Bytes = bytes });
        return new OpenClHostMemory(buffer, mapped, bytes);
    }

    public IGpuQueue CreateQueue() => new OpenClQueue(NewQueue(), Info);

    public void Dispose()
    {
        _mapping.Dispose();
        _context.Dispose();
    }

    private QueueHandle NewQueue()
    {
        QueueHandle queue = OpenClNative.CreateCommandQueue(_context, _id, QueueProperties.ProfilingEnable, out OpenClStatus status);
        status.Check(new("clCreateCommandQueue", Info));
        return queue;
    }

    private BufferHandle NewBuffer(MemoryFlags flags, long bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bytes);
        BufferHandle buffer = OpenClNative.CreateBuffer(_context, flags, checked((nuint)bytes), 0, out OpenClStatus status);
        status.Check(new("clCreateBuffer", Info) { Bytes = bytes });
        return buffer;
    }

    private string BuildLog(ProgramHandle program)
    {
        OpenClNative.GetProgramBuildLog(program, _id, 0, default, out nuint bytes).Check(new("clGetProgramBuildInfo", Info));
        byte[] log = new byte[bytes];
        OpenClNative.GetProgramBuildLog(program, _id, bytes, log, out _).Check(new("clGetProgramBuildInfo", Info));
        return Encoding.UTF8.GetString(log).TrimEnd('\0', '\r', '\n', ' ');
    }
}
