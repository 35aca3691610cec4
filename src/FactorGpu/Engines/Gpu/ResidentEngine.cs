using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using FactorGpu.Bars;
using FactorGpu.Compilation;
using FactorGpu.Engines.Gpu.Plans;

namespace FactorGpu.Engines.Gpu;

/// <summary>Runs programs of one precision over days that stay on devices: several devices have the days by turns.</summary>
/// <remarks>Keeps the kernels of every program. The values are those of <see cref="GpuEngine"/>, byte for byte. Not for two runs at a time.</remarks>
internal sealed class ResidentEngine : IFactorEngine
{
    private readonly Owned _owned = new();
    private readonly ImmutableArray<ResidentDevice> _devices;

    /// <summary>Uploads days to devices that stay the caller's.</summary>
    /// <exception cref="Errors.DeviceException">A device fails, or has too little memory.</exception>
    internal ResidentEngine(ImmutableArray<IGpuDevice> devices, ImmutableArray<DayTensor> days, Precision precision, KernelPlanOptions plan)
    {
        try
        {
            _devices =
            [
                .. devices.Select((device, turn) => _owned.Add(
                    new ResidentDevice(device, [.. days.Where((_, d) => d % devices.Length == turn)], precision, plan))),
            ];
        }
        catch
        {
            _owned.Dispose();
            throw;
        }
    }

    public void Run(FactorProgram program, DayTensor day, Span<double> values)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(values.Length, program.Factors.Length * day.Shape.S);
        _devices.First(device => device.Holds(day)).Run(program, day, values);
    }

    public void RunDays(FactorProgram program, ImmutableArray<DayTensor> days, ImmutableArray<double[]> values, Action<int> onDay, CancellationToken cancellation)
    {
        var gate = new Lock();
        void RunDevice(ResidentDevice device)
        {
            for (int d = 0; d < days.Length; d++)
            {
                if (device.Holds(days[d]))
                {
                    cancellation.ThrowIfCancellationRequested();
                    device.Run(program, days[d], values[d]);
                    lock (gate)
                    {
                        onDay(d);
                    }
                }
            }
        }

        InParallel.For(_devices.Length, turn => RunDevice(_devices[turn]));
    }

    public void Dispose() => _owned.Dispose();
}
