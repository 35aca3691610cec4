using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using FactorGpu.Bars;
using FactorGpu.Engines.Cpu.Kernels;
using FactorGpu.Engines.Cpu.Plans;

namespace FactorGpu.Engines.Cpu.Sweeps;

/// <summary>An emitted program with the memory to run it, for one stock-day after the other on one thread. Running allocates nothing.</summary>
internal sealed unsafe class SweepMachine : IStockDayMachine
{
    private readonly SweepProgram _program;
    private readonly CpuPlan _plan;
    private readonly PinnedArray<CpuInstruction> _slotCode;
    private readonly PinnedArray<CpuInstruction> _code;
    private readonly MachineMemory _memory;
    private readonly SlotMask[] _slots;
    private bool _hasSlots;

    internal SweepMachine(SweepProgram program)
    {
        _program = program;
        _plan = program.Plan;
        _slotCode = Instructions(program.SlotSteps);
        _code = Instructions(program.Steps);

        // A loop reads shifted series at all its groups, also where no bar of the set is: as far behind the last buffer as before the first.
        _memory = new MachineMemory(_plan, Frame.Origin + (program.Places.BufferCount * Frame.BufferStride) + Frame.Origin, program.ScalarCount);
        _slots = new SlotMask[_plan.Sequences.Length];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run(DayTensor day, int s, void** rows, double** results)
    {
        Frame frame = _memory.FrameOf(rows);
        Begin(day, s, &frame);
        foreach (SweepKernel kernel in _program.Code)
        {
            kernel(&frame, _code.Start);
        }

        _memory.Give(s, results);
    }

    /// <summary>Sets what is known before any step; sets of bars only when the slots are others than those of the stock-day before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Begin(DayTensor day, int s, Frame* frame)
    {
        _plan.SetDayValues(day, s, _memory.Scalars);
        bool isSame = _hasSlots;
        for (int q = 0; q < _slots.Length; q++)
        {
            SlotMask slots = day.ValidBars(s, _plan.Sequences[q].Requirements);
            isSame &= slots == _slots[q];
            _slots[q] = slots;
        }

        if (!isSame)
        {
            Sets(frame);
        }
    }

    private void Sets(Frame* frame)
    {
        _hasSlots = true;
        for (int q = 0; q < _slots.Length; q++)
        {
            _memory.Sequences[q].Fill(_slots[q], BarAxis.SlotsOf(_plan.Sequences[q].Scope));
        }

        CpuInstruction* end = _slotCode.Start + _program.SlotSteps.Length;
        for (CpuInstruction* at = _slotCode.Start; at < end; at++)
        {
            at->Kernel(frame, at);
        }
    }

    private PinnedArray<CpuInstruction> Instructions(ImmutableArray<PlanStep> steps)
        => new(steps.Select(step => CpuInstruction.Of(step, _program.Kernels)).ToArray());
}
