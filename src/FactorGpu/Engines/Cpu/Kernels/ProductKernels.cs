using System.Runtime.CompilerServices;
using FactorGpu.Engines.Cpu.Lanes;

namespace FactorGpu.Engines.Cpu.Kernels;

/// <summary>Sums of products of deviations, summed as <see cref="ReductionKernels{TLanes}"/> sum.</summary>
internal static unsafe class ProductKernels<TLanes>
    where TLanes : unmanaged, ILanes<TLanes>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void SumOfProducts(Frame* frame, CpuInstruction* at)
    {
        double* x = frame->Buffers + at->A;
        double* y = frame->Buffers + at->C;
        TLanes meanX = TLanes.All(frame->Scalars[~at->B]);
        TLanes meanY = TLanes.All(frame->Scalars[~at->D]);
        BarSet* set = frame->Sets + at->E;
        TLanes neutral = TLanes.All(0);
        TLanes sum = neutral;
        int i = set->First & ~7;
        if (at->P != 0)
        {
            if (i < set->First && i < set->End)
            {
                TLanes product = (TLanes.Load(x + i) - meanX) * (TLanes.Load(y + i) - meanY);
                sum += TLanes.Choose(set->Bits(i), product, neutral);
                i += 8;
            }

            for (int whole = set->End - 8; i <= whole; i += 8)
            {
                sum += (TLanes.Load(x + i) - meanX) * (TLanes.Load(y + i) - meanY);
            }
        }

        for (; i < set->End; i += 8)
        {
            TLanes product = (TLanes.Load(x + i) - meanX) * (TLanes.Load(y + i) - meanY);
            sum += TLanes.Choose(set->Bits(i), product, neutral);
        }

        frame->Scalars[at->Target] = LaneTree.Fold<TLanes, ReductionOps.Sum>(sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void SumsOfProducts(Frame* frame, CpuInstruction* at)
    {
        double* x = frame->Buffers + at->A;
        double* y = frame->Buffers + at->C;
        TLanes meanX = TLanes.All(frame->Scalars[~at->B]);
        TLanes meanY = TLanes.All(frame->Scalars[~at->D]);
        BarSet* set = frame->Sets + at->E;
        TLanes xy = TLanes.All(0);
        TLanes xx = xy;
        TLanes yy = xy;
        int i = set->First & ~7;
        if (at->P != 0)
        {
            if (i < set->First && i < set->End)
            {
                Add(set->Bits(i), TLanes.Load(x + i) - meanX, TLanes.Load(y + i) - meanY, ref xy, ref xx, ref yy);
                i += 8;
            }

            for (int whole = set->End - 8; i <= whole; i += 8)
            {
                TLanes e = TLanes.Load(x + i) - meanX;
                TLanes f = TLanes.Load(y + i) - meanY;
                xy += e * f;
                xx += e * e;
                yy += f * f;
            }
        }

        for (; i < set->End; i += 8)
        {
            Add(set->Bits(i), TLanes.Load(x + i) - meanX, TLanes.Load(y + i) - meanY, ref xy, ref xx, ref yy);
        }

        frame->Scalars[at->Target] = LaneTree.Fold<TLanes, ReductionOps.Sum>(xy);
        frame->Scalars[at->Q] = LaneTree.Fold<TLanes, ReductionOps.Sum>(xx);
        frame->Scalars[at->R] = LaneTree.Fold<TLanes, ReductionOps.Sum>(yy);
    }

    /// <summary>Adds the products at the bars of some bits. What else the lanes hold may be anything, so products are chosen, not factors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(uint bits, TLanes e, TLanes f, ref TLanes xy, ref TLanes xx, ref TLanes yy)
    {
        TLanes zero = TLanes.All(0);
        xy += TLanes.Choose(bits, e * f, zero);
        xx += TLanes.Choose(bits, e * e, zero);
        yy += TLanes.Choose(bits, f * f, zero);
    }
}
