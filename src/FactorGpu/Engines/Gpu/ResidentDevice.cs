using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Bars;
using FactorGpu.Compilation;
using FactorGpu.Engines.Gpu.Plans;
using FactorGpu.Errors;

namespace FactorGpu.Engines.Gpu;

/// <summary>A device with days that stay on it, and with the kernels of every program that has run on them.</summary>
/// <remarks>Used by one thread at a time.</remarks>
internal sealed class ResidentDevice : IDisposable
{
    private readonly Owned _owned = new();
    private readonly IGpuDevice _device;
    private readonly IGpuQueue _queue;
    private readonly KernelPlanOptions _plan;
    private readonly KernelInputs _inputs;
    private readonly Dictionary<DayTensor, DeviceTensor> _days = [];
    private readonly Dictionary<FactorProgram, (GpuProgram Program, DeviceResults Results)> _programs = [];

    /// <summary>Uploads days.</summary>
    /// <param name="device">The device; it stays the caller's.</param>
    /// <param name="days">The days.</param>
    /// <param name="precision">Precision of the programs to come.</param>
    /// <param name="plan">How they are cut into kernels.</param>
    /// <exception cref="DeviceException">The device fails, or has too little memory.</exception>
    internal ResidentDevice(IGpuDevice device, ImmutableArray<DayTensor> days, Precision precision, KernelPlanOptions plan)
    {
        _device = device;
        _inputs = KernelInputs.All(precision);
        _plan = plan with { Inputs = _inputs };
        try
        {
            _queue = _owned.Add(device.CreateQueue());
            foreach (DayTensor day in days)
            {
                _days.Add(day, _owned.Add(new DeviceTensor(device, _queue, day, _inputs)));
            }
        }
        catch (DeviceException e) when (e.IsOutOfMemory)
        {
            _owned.Dispose();
            Throw.ResidentOutOfMemory(days.Length, DeviceTensor.BytesOf(days, _inputs), _days.Count, device.Info.Name, device.Info.MemoryBytes, e);
        }
        catch
        {
            _owned.Dispose();
            throw;
        }
    }

    internal bool Holds(DayTensor day) => _days.ContainsKey(day);

    /// <summary>Computes a day that is here.</summary>
    internal void Run(FactorProgram program, DayTensor day, Span<double> values)
    {
        (GpuProgram _, DeviceResults results) = Prepare(program);
        foreach ((int first, DayLayout layout, DeviceInputs inputs) in _days[day].Pieces)
        {
            using var work = new GpuWork();
            results.Enqueue(_queue, inputs, layout, work);
            work.Wait();
            results.Read(layout, first, values);
        }
    }

    public void Dispose() => _owned.Dispose();

    private (GpuProgram Program, DeviceResults Results) Prepare(FactorProgram program)
    {
        if (!_programs.TryGetValue(program, out (GpuProgram Program, DeviceResults Results) kept))
        {
            GpuProgram compiled = _owned.Add(new GpuProgram(_device, program, _plan));
            int most = _days.Values.SelectMany(day => day.Pieces).Select(piece => piece.Layout.S).Append(1).Max();
            kept = (compiled, _owned.Add(new DeviceResults(_device, compiled, new DayLayout(_inputs, most))));
            _programs.Add(program, kept);
        }

        return kept;
    }
}
