using System.Linq;
using System.Runtime.CompilerServices;
using FactorGpu.Bars;
using FactorGpu.Engines.Cpu.Kernels;
using FactorGpu.Engines.Cpu.Plans;

namespace FactorGpu.Engines.Cpu;

/// <summary>A plan with the memory to run it, for one stock-day after the other on one thread. Running allocates nothing.</summary>
internal sealed unsafe class StockDayMachine : IStockDayMachine
{
    private readonly CpuPlan _plan;
    private readonly PinnedArray<CpuInstruction> _code;
    private readonly PinnedArray<ScalarStep> _scalarSteps;
    private readonly MachineMemory _memory;

    internal StockDayMachine(CpuPlan plan, CpuKernels kernels)
    {
        _plan = plan;
        _code = new PinnedArray<CpuInstruction>(plan.Steps.Select(step => CpuInstruction.Of(step, kernels)).ToArray());
        _scalarSteps = new PinnedArray<ScalarStep>(plan.ScalarSteps.AsSpan());
        _memory = new MachineMemory(plan, Frame.Origin + (plan.Places.BufferCount * Frame.BufferStride), plan.Places.ScalarCount);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run(DayTensor day, int s, void** rows, double** results)
    {
        Frame frame = _memory.FrameOf(rows) with { ScalarSteps = _scalarSteps.Start };
        Begin(day, s);
        CpuInstruction* end = _code.Start + _plan.Steps.Length;
        for (CpuInstruction* at = _code.Start; at < end; at++)
        {
            at->Kernel(&frame, at);
        }

        _memory.Give(s, results);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Begin(DayTensor day, int s)
    {
        for (int q = 0; q < _plan.Sequences.Length; q++)
        {
            PlanBars bars = _plan.Sequences[q];
            _memory.Sequences[q].Fill(day.ValidBars(s, bars.Requirements), BarAxis.SlotsOf(bars.Scope));
        }

        _plan.SetDayValues(day, s, _memory.Scalars);
    }
}
