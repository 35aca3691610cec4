using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using FactorGpu.Bars;
using FactorGpu.Compilation;
using FactorGpu.Errors;

namespace FactorGpu.Engines.Gpu;

/// <summary>One device at work: takes pieces of days until none is left, several in flight, and with less at a time when memory runs out.</summary>
/// <remarks>Keeps the kernels of the last program. Used by one thread at a time.</remarks>
internal sealed class GpuRunner : IDisposable
{
    private readonly IGpuDevice _device;
    private readonly GpuEngineOptions _options;
    private readonly Queue<GpuSlot> _inFlight = new();
    private readonly Stack<GpuSlot> _free = new();
    private GpuProgram? _program;

    internal GpuRunner(IGpuDevice device, GpuEngineOptions options)
    {
        _device = device;
        _options = options;
    }

    internal GpuDeviceInfo Info => _device.Info;

    /// <summary>Compiles a program, unless it is the last one.</summary>
    internal void Prepare(FactorProgram program)
    {
        if (_program?.Program != program)
        {
            _program?.Dispose();
            _program = null;
            _program = new GpuProgram(_device, program, _options.Plan);
        }
    }

    /// <summary>Computes pieces until none is left.</summary>
    /// <param name="pieces">Where they are taken from.</param>
    /// <param name="days">The days [D].</param>
    /// <param name="values">Result [K, S] of each day.</param>
    internal void Run(DayPieces pieces, ImmutableArray<DayTensor> days, ImmutableArray<double[]> values)
    {
        int most = 1;
        foreach (DayTensor day in days)
        {
            most = Math.Max(most, day.Shape.S);
        }

        var room = new GpuRoom(_program!, _device.Info, _options, most);
        try
        {
            while (!TryDrain(room, pieces, days, values))
            {
            }
        }
        finally
        {
            LetGo();
        }
    }

    public void Dispose() => _program?.Dispose();

    /// <summary>Works until no piece is left; false when memory ran out: what was under way is given back, and there is less room.</summary>
    private bool TryDrain(GpuRoom room, DayPieces pieces, ImmutableArray<DayTensor> days, ImmutableArray<double[]> values)
    {
        DayPiece taken = default;
        try
        {
            while (true)
            {
                if (_inFlight.Count == room.Slots)
                {
                    End(pieces, values);
                }

                if (!pieces.TryTake(room.Stocks, out taken))
                {
                    break;
                }

                GpuSlot slot = _free.TryPop(out GpuSlot? free) ? free : new GpuSlot(_device, _program!, room.Stocks);
                _inFlight.Enqueue(slot);
                DayPiece piece = taken;
                taken = default;
                slot.Begin(piece, days[piece.Day]);
            }

            while (_inFlight.Count > 0)
            {
                End(pieces, values);
            }

            return true;
        }
        catch (DeviceException e) when (e.IsOutOfMemory && room.TryShrink())
        {
            pieces.GiveBack(taken);
            foreach (GpuSlot slot in _inFlight)
            {
                pieces.GiveBack(slot.Piece);
            }

            LetGo();
            return false;
        }
    }

    private void End(DayPieces pieces, ImmutableArray<double[]> values)
    {
        GpuSlot oldest = _inFlight.Peek();
        DayPiece piece = oldest.Piece;
        oldest.End(values[piece.Day]);
        _free.Push(_inFlight.Dequeue());
        pieces.Done(piece);
    }

    private void LetGo()
    {
        while (_inFlight.TryDequeue(out GpuSlot? slot) || _free.TryPop(out slot))
        {
            slot.Dispose();
        }
    }
}
