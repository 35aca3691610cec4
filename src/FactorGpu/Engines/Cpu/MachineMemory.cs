using System.Runtime.CompilerServices;
using FactorGpu.Engines.Cpu.Kernels;
using FactorGpu.Engines.Cpu.Plans;

namespace FactorGpu.Engines.Cpu;

/// <summary>The memory that a machine runs a plan in, one stock-day after the other.</summary>
internal sealed unsafe class MachineMemory
{
    private readonly CpuPlan _plan;
    private readonly PinnedArray<byte> _buffers;
    private readonly PinnedArray<double> _scalars;
    private readonly PinnedArray<byte> _spread;
    private readonly PinnedArray<BarSet> _sets;
    private readonly PinnedArray<BarSequence> _sequences;

    /// <param name="plan">The plan; its constants are written at once.</param>
    /// <param name="elements">Elements of all buffers.</param>
    /// <param name="scalarCount">Number of registers.</param>
    internal MachineMemory(CpuPlan plan, int elements, int scalarCount)
    {
        _plan = plan;
        _buffers = new PinnedArray<byte>(elements * plan.ElementBytes);
        _scalars = new PinnedArray<double>(scalarCount);
        _spread = new PinnedArray<byte>(2 * Frame.GroupBytes);
        _sets = new PinnedArray<BarSet>(plan.Places.SetCount);
        _sequences = new PinnedArray<BarSequence>(plan.Places.SequenceCount);
        foreach (PlanConstant constant in plan.Constants)
        {
            _scalars.Start[constant.Register] = constant.Value;
        }
    }

    internal double* Scalars => _scalars.Start;

    internal BarSequence* Sequences => _sequences.Start;

    /// <summary>What kernels are given, for a stock-day with these rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Frame FrameOf(void** rows) => new()
    {
        Buffers = _buffers.Start,
        Sets = _sets.Start,
        Sequences = _sequences.Start,
        Scalars = _scalars.Start,
        Spread = _spread.Start,
        Rows = rows,
    };

    /// <summary>Writes the factors of a stock-day into their rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Give(int s, double** results)
    {
        for (int k = 0; k < _plan.Outputs.Length; k++)
        {
            results[k][s] = _scalars.Start[_plan.Outputs[k]];
        }
    }
}
