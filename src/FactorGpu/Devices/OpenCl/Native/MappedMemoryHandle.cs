namespace FactorGpu.Devices.OpenCl.Native;

/// <summary>A buffer's memory as the host sees it; it is unmapped when the handle is released, and keeps the buffer and the queue that map it until then.</summary>
internal sealed class MappedMemoryHandle : OpenClHandle
{
    private readonly QueueHandle _queue;
    private readonly BufferHandle _buffer;
    private bool _holdsQueue;
    private bool _holdsBuffer;

    private MappedMemoryHandle(QueueHandle queue, BufferHandle buffer)
    {
        _queue = queue;
        _buffer = buffer;
    }

    /// <summary>Start of the memory.</summary>
    internal nint Start => handle;

    /// <summary>Maps all of a buffer, for reading and writing.</summary>
    internal static MappedMemoryHandle Map(QueueHandle queue, BufferHandle buffer, nuint bytes, out OpenClStatus status)
    {
        const uint IsBlocking = 1;
        var memory = new MappedMemoryHandle(queue, buffer);
        memory.SetHandle(OpenClNative.EnqueueMapBuffer(queue, buffer, IsBlocking, MapFlags.Read | MapFlags.Write, 0, bytes, 0, 0, 0, out status));
        if (!memory.IsInvalid)
        {
            queue.DangerousAddRef(ref memory._holdsQueue);
            buffer.DangerousAddRef(ref memory._holdsBuffer);
        }

        return memory;
    }

    protected override bool ReleaseHandle()
    {
        bool isUnmapped = _holdsQueue && _holdsBuffer
            && OpenClNative.EnqueueUnmapMemObject(_queue.DangerousGetHandle(), _buffer.DangerousGetHandle(), handle, 0, 0, 0) == OpenClStatus.Success;
        if (_holdsQueue)
        {
            _queue.DangerousRelease();
        }

        if (_holdsBuffer)
        {
            _buffer.DangerousRelease();
        }

        return isUnmapped;
    }
}
