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
    private readonly PinnedArray<byte> _buffers;
    private readonly PinnedArray<double> _scalars;
    private readonly PinnedArray<byte> _spread;
    private readonly PinnedArray<BarSet> _sets;
    private readonly PinnedArray<BarSequence> _sequences;

    internal StockDayMachine(CpuPlan plan, CpuKernels kernels)
    {
        _plan = plan;
        _code = new PinnedArray<CpuInstruction>(plan.Steps.Select(step => CpuInstruction.Of(step, kernels)).ToArray());
        _scalarSteps = new PinnedArray<ScalarStep>(plan.ScalarSteps.AsSpan());
        _buffers = new PinnedArray<byte>((Frame.Origin + (plan.Places.BufferCount * Frame.BufferStride)) * plan.ElementBytes);
        _scalars = new PinnedArray<double>(plan.Places.ScalarCount);
        _spread = new PinnedArray<byte>(2 * Frame.GroupBytes);
        _sets = new PinnedArray<BarSet>(plan.Places.SetCount);
        _sequences = new PinnedArray<BarSequence>(plan.Places.SequenceCount);
        foreach (PlanConstant constant in plan.Constants)
        {
            _scalars.Start[constant.Register] = constant.Value;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run(DayTensor day, int s, void** rows, double** results)
    {
        Frame frame = new()
        {
            Buffers = _buffers.Start,
            Sets = _sets.Start,
            Sequences = _sequences.Start,
            Scalars = _scalars.Start,
            ScalarSteps = _scalarSteps.Start,
            Spread = _spread.Start,
            Rows = rows,
        };
        Begin(day, s);
        CpuInstruction* end = _code.Start + _plan.Steps.Length;
        for (CpuInstruction* at = _code.Start; at < end; at++)
        {
            at->Kernel(&frame, at);
        }

        for (int k = 0; k < _plan.Outputs.Length; k++)
        {
            results[k][s] = _scalars.Start[_plan.Outputs[k]];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Begin(DayTensor day, int s)
    {
        for (int q = 0; q < _plan.Sequences.Length; q++)
        {
            PlanBars bars = _plan.Sequences[q];
            _sequences.Start[q].Fill(day.ValidBars(s, bars.Requirements), BarAxis.SlotsOf(bars.Scope));
        }

        _plan.SetDayValues(day, s, _scalars.Start);
    }
}
