using System;

namespace FactorGpu.Engines.Gpu;

/// <summary>Buffers on a device for what a program makes of some stocks of a day, and pinned memory for its way back.</summary>
internal sealed class DeviceResults : IDisposable
{
    private readonly Owned _owned = new();
    private readonly GpuProgram _program;
    private readonly IGpuBuffer _scratch;
    private readonly IGpuBuffer _values;
    private readonly IGpuHostMemory _host;

    /// <summary>Makes buffers that have room for the stocks of a layout.</summary>
    /// <exception cref="Errors.DeviceException">The device has too little memory.</exception>
    internal DeviceResults(IGpuDevice device, GpuProgram program, DayLayout layout)
    {
        _program = program;
        try
        {
            _scratch = _owned.Add(device.Allocate(layout.ScratchBytes(program.Plan)));
            _values = _owned.Add(device.Allocate(layout.ValuesBytes(program.Plan)));
            _host = _owned.Add(device.AllocateHost(layout.ValuesBytes(program.Plan)));
        }
        catch
        {
            _owned.Dispose();
            throw;
        }
    }

    /// <summary>Puts the kernels and the way back into a queue.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="inputs">The bars on the device.</param>
    /// <param name="layout">How many of them.</param>
    /// <param name="work">Gets the operations; when they have ended, the values can be read.</param>
    internal void Enqueue(IGpuQueue queue, DeviceInputs inputs, DayLayout layout, GpuWork work)
    {
        GpuArgument[] arguments =
        [
            GpuArgument.Of(inputs.Bars), GpuArgument.Of(inputs.Masks), GpuArgument.Of(inputs.DayValues),
            GpuArgument.Of(_scratch), GpuArgument.Of(_values), GpuArgument.Of(layout.S),
        ];
        for (int kernel = 0; kernel < _program.Plan.Kernels.Length; kernel++)
        {
            work.Add(queue.Launch(_program.Kernels, kernel, layout.S, _program.Plan.WorkItems, arguments));
        }

        work.Add(queue.Download(_values, 0, _host.Start, layout.ValuesBytes(_program.Plan)));
    }

    /// <summary>Takes the values that came back to their places among those [K, S] of a whole day.</summary>
    internal void Read(DayLayout layout, int first, Span<double> values) => DayImage.ReadValues(layout, _program.Plan.FactorCount, _host.Start, first, values);

    public void Dispose() => _owned.Dispose();
}
