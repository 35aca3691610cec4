using System.Numerics;
using System.Runtime.CompilerServices;
using FactorGpu.Engines.Cpu.Lanes;

namespace FactorGpu.Engines.Cpu.Kernels;

/// <summary>Sums of products of deviations, summed as <see cref="ReductionKernels{TLanes, T}"/> sum.</summary>
internal static unsafe class ProductKernels<TLanes, T>
    where TLanes : unmanaged, ILanes<TLanes, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void SumOfProducts(Frame* frame, CpuInstruction* at)
    {
        T* x = (T*)frame->Buffers + at->A;
        T* y = (T*)frame->Buffers + at->C;
        TLanes meanX = TLanes.All(T.CreateTruncating(frame->Scalars[~at->B]));
        TLanes meanY = TLanes.All(T.CreateTruncating(frame->Scalars[~at->D]));
        BarSet* set = frame->Sets + at->E;
        TLanes neutral = TLanes.All(T.Zero);
        TLanes sum = neutral;
        int i = set->First & -TLanes.Count;
        if (at->P != 0)
        {
            if (i < set->First && i < set->End)
            {
                TLanes product = (TLanes.Load(x + i) - meanX) * (TLanes.Load(y + i) - meanY);
                sum += TLanes.Choose(set->Bits(i, TLanes.Count), product, neutral);
                i += TLanes.Count;
            }

            for (int whole = set->End - TLanes.Count; i <= whole; i += TLanes.Count)
            {
                sum += (TLanes.Load(x + i) - meanX) * (TLanes.Load(y + i) - meanY);
            }
        }

        for (; i < set->End; i += TLanes.Count)
        {
            TLanes product = (TLanes.Load(x + i) - meanX) * (TLanes.Load(y + i) - meanY);
            sum += TLanes.Choose(set->Bits(i, TLanes.Count), product, neutral);
        }

        frame->Scalars[at->Target] = Total(sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void SumsOfProducts(Frame* frame, CpuInstruction* at)
    {
        T* x = (T*)frame->Buffers + at->A;
        T* y = (T*)frame->Buffers + at->C;
        TLanes meanX = TLanes.All(T.CreateTruncating(frame->Scalars[~at->B]));
        TLanes meanY = TLanes.All(T.CreateTruncating(frame->Scalars[~at->D]));
        BarSet* set = frame->Sets + at->E;
        TLanes xy = TLanes.All(T.Zero);
        TLanes xx = xy;
        TLanes yy = xy;
        int i = set->First & -TLanes.Count;
        if (at->P != 0)
        {
            if (i < set->First && i < set->End)
            {
                Add(set->Bits(i, TLanes.Count), TLanes.Load(x + i) - meanX, TLanes.Load(y + i) - meanY, ref xy, ref xx, ref yy);
                i += TLanes.Count;
            }

            for (int whole = set->End - TLanes.Count; i <= whole; i += TLanes.Count)
            {
                TLanes e = TLanes.Load(x + i) - meanX;
                TLanes f = TLanes.Load(y + i) - meanY;
                xy += e * f;
                xx += e * e;
                yy += f * f;
            }
        }

        for (; i < set->End; i += TLanes.Count)
        {
            Add(set->Bits(i, TLanes.Count), TLanes.Load(x + i) - meanX, TLanes.Load(y + i) - meanY, ref xy, ref xx, ref yy);
        }

        frame->Scalars[at->Target] = Total(xy);
        frame->Scalars[at->Q] = Total(xx);
        frame->Scalars[at->R] = Total(yy);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Total(TLanes sums) => double.CreateTruncating(LaneTree.Fold<TLanes, T, ReductionOps.Sum>(sums));

    /// <summary>Adds the products at the bars of some bits. What else the lanes hold may be anything, so products are chosen, not factors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(uint bits, TLanes e, TLanes f, ref TLanes xy, ref TLanes xx, ref TLanes yy)
    {
        TLanes zero = TLanes.All(T.Zero);
        xy += TLanes.Choose(bits, e * f, zero);
        xx += TLanes.Choose(bits, e * e, zero);
        yy += TLanes.Choose(bits, f * f, zero);
    }
}
