using System;

namespace FactorGpu.Engines.Gpu;

/// <summary>How much of the days is on a device at a time: as many stocks to a piece, and as many pieces in flight, as its memory allows.</summary>
internal sealed class GpuRoom
{
    private readonly GpuProgram _program;
    private readonly GpuDeviceInfo _device;

    /// <param name="program">What is computed.</param>
    /// <param name="device">Where.</param>
    /// <param name="options">What may be used.</param>
    /// <param name="most">Stocks of the largest day, at least 1.</param>
    internal GpuRoom(GpuProgram program, GpuDeviceInfo device, GpuEngineOptions options, int most)
    {
        _program = program;
        _device = device;
        Stocks = most;
        Slots = options.DaysInFlight;
        long budget = options.MemoryBytes ?? device.MemoryBytes / 10 * 8;
        while (!Fits(budget) && TryShrink())
        {
        }
    }

    /// <summary>Most stocks of a piece.</summary>
    internal int Stocks { get; private set; }

    /// <summary>Pieces in flight.</summary>
    internal int Slots { get; private set; }

    /// <summary>Asks for less: first one piece in flight, then half the stocks. False when there is no less.</summary>
    internal bool TryShrink()
    {
        if (Slots > 1)
        {
            Slots = 1;
            return true;
        }

        bool canShrink = Stocks > 1;
        Stocks = Math.Max(1, Stocks / 2);
        return canShrink;
    }

    private bool Fits(long budget)
    {
        var layout = new DayLayout(_program.Plan.Inputs, Stocks);
        long bytes = layout.Bytes + layout.ScratchBytes(_program.Plan) + layout.ValuesBytes(_program.Plan);
        return Slots * bytes <= budget && layout.BarsBytes <= _device.LargestBufferBytes;
    }
}
