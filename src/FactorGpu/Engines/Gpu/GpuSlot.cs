using System;
using FactorGpu.Bars;
using FactorGpu.Errors;

namespace FactorGpu.Engines.Gpu;

/// <summary>Room on a device for one piece of a day at a time, with a queue of its own: while one slot's kernels run, another's bars travel.</summary>
internal sealed class GpuSlot : IDisposable
{
    private readonly Owned _owned = new();
    private readonly KernelInputs _layout;
    private readonly IGpuQueue _queue;
    private readonly IGpuHostMemory _staging;
    private readonly DeviceInputs _inputs;
    private readonly DeviceResults _results;
    private readonly GpuWork _work;

    /// <summary>Makes room.</summary>
    /// <param name="device">The device.</param>
    /// <param name="program">What is computed there.</param>
    /// <param name="most">Most stocks of a piece.</param>
    /// <exception cref="Errors.DeviceException">The device has too little memory.</exception>
    internal GpuSlot(IGpuDevice device, GpuProgram program, int most)
    {
        _layout = program.Plan.Inputs;
        var layout = new DayLayout(_layout, most);
        try
        {
            _queue = _owned.Add(device.CreateQueue());
            _staging = _owned.Add(device.AllocateHost(layout.Bytes));
            _inputs = _owned.Add(new DeviceInputs(device, layout));
            _results = _owned.Add(new DeviceResults(device, program, layout));
            _work = _owned.Add(new GpuWork());
        }
        catch
        {
            _owned.Dispose();
            throw;
        }
    }

    /// <summary>What is under way; empty when nothing is.</summary>
    internal DayPiece Piece { get; private set; }

    /// <summary>Sends a piece on its way: up, through the kernels, down. The slot is free.</summary>
    internal void Begin(DayPiece piece, DayTensor day)
    {
        Piece = piece;
        var layout = new DayLayout(_layout, piece.Count);
        _inputs.Upload(_queue, _staging, layout, day, piece.First, _work);
        _results.Enqueue(_queue, _inputs, layout, _work);
    }

    /// <summary>Waits for the piece under way and takes its values to their places among those [K, S] of its day.</summary>
    internal void End(Span<double> values)
    {
        _work.Wait();
        _results.Read(new DayLayout(_layout, Piece.Count), Piece.First, values);
        Piece = default;
    }

    /// <summary>Lets go of everything. What is under way still reads and writes the memory, so its end is waited for.</summary>
    public void Dispose()
    {
        try
        {
            if (Piece.Count > 0)
            {
                _queue.Finish();
            }
        }
        catch (DeviceException)
        {
            // Work is under way only when something has failed, which the caller is told.
        }

        _owned.Dispose();
    }
}
