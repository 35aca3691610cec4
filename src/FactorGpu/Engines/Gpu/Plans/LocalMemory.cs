using System;
using FactorGpu.Bars;

namespace FactorGpu.Engines.Gpu.Plans;

/// <summary>Sizes of what kernels keep in local memory.</summary>
internal sealed class LocalMemory
{
    /// <summary>Bars that a series in local memory has place for: the slots of a day and some more.</summary>
    internal const int BarCount = 256;

    /// <summary>Work-items that a reduction is folded from in the end; more are folded to so many first.</summary>
    internal const int FoldedItems = 32;

    private readonly int _workItems;

    internal LocalMemory(KernelPlanOptions options, Precision precision)
    {
        _workItems = options.WorkItems;
        NumberBytes = SizeOf(precision);
        ScalarBytes = SizeOf(options.ScalarPrecision ?? precision);
    }

    /// <summary>Bytes of an element.</summary>
    internal int NumberBytes { get; }

    /// <summary>Bytes of a scalar.</summary>
    internal int ScalarBytes { get; }

    /// <summary>Scalars from the partial results of one reduction to those of the next: one more than there are, so that work-items that fold different ones meet in no bank.</summary>
    internal int PartialStride => _workItems + 1;

    /// <summary>Scalars that are shared by steps, one after the other, when a batch of reductions leaves so many partial results of each work-item.</summary>
    internal int WorkLength(KernelNeeds needs, int partials)
    {
        // A condition per bar; two counts of each work-item; a running maximum of each; keys or operands of all bars.
        int bytes = Math.Max(Math.Max(BarCount, 2 * _workItems * sizeof(uint)), _workItems * ScalarBytes);
        bytes = Math.Max(bytes, needs.SharedBytes(NumberBytes));
        return Math.Max(partials * PartialStride, (bytes + ScalarBytes - 1) / ScalarBytes);
    }

    /// <summary>Bytes that a kernel cannot do without, its shared memory left out.</summary>
    internal int Needed(KernelNeeds needs, int results)
        => (needs.Sequences.Count * (BarCount + (4 * sizeof(ulong)))) + (needs.Marked.Count * BarCount)
            + (needs.Numbers.Count * StoredBytes) + (results * ScalarBytes);

    /// <summary>Bytes of a series.</summary>
    internal int StoredBytes => BarCount * NumberBytes;

    /// <summary>Bytes of a number.</summary>
    internal static int SizeOf(Precision precision) => precision == Precision.Double ? sizeof(double) : sizeof(float);
}
