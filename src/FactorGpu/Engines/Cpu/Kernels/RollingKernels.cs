using System.Runtime.CompilerServices;
using FactorGpu.Engines.Cpu.Lanes;

namespace FactorGpu.Engines.Cpu.Kernels;

/// <summary>Each bar of a set from the window of P bars that ends with it; the set holds bars with a full window alone.</summary>
/// <remarks>Eight windows at a time, each summed oldest bar first, so that the bits are those of the definition. Groups go from the last to the first: the target may be an operand that is not shifted.</remarks>
internal static unsafe class RollingKernels<TLanes>
    where TLanes : unmanaged, ILanes<TLanes>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void RollingSum(Frame* frame, CpuInstruction* at)
    {
        double* x = frame->Buffers + at->A;
        BarSet* set = frame->Sets + at->B;
        double* target = frame->Buffers + at->Target;
        if (set->IsEmpty)
        {
            return;
        }

        for (int i = (set->End - 1) & ~7; i >= (set->First & ~7); i -= 8)
        {
            TLanes.Store(Total(x + i, at->P), target + i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void RollingCov(Frame* frame, CpuInstruction* at)
    {
        double* x = frame->Buffers + at->A;
        double* y = frame->Buffers + at->B;
        BarSet* set = frame->Sets + at->C;
        double* target = frame->Buffers + at->Target;
        if (set->IsEmpty)
        {
            return;
        }

        TLanes bars = TLanes.All(at->P);
        TLanes degrees = TLanes.All(at->P - at->Q);
        for (int i = (set->End - 1) & ~7; i >= (set->First & ~7); i -= 8)
        {
            TLanes meanX = TLanes.Divide(Total(x + i, at->P), bars);
            TLanes meanY = TLanes.Divide(Total(y + i, at->P), bars);
            TLanes products = Products(x + i, meanX, y + i, meanY, at->P);
            TLanes.Store(TLanes.Divide(products, degrees), target + i);
        }
    }

    /// <summary>Sum over the windows that end with 8 bars.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Total(double* end, int bars)
    {
        TLanes total = TLanes.All(0);
        for (int back = bars - 1; back >= 0; back--)
        {
            total += TLanes.Load(end - back);
        }

        return total;
    }

    /// <summary>Sum of (x - mean x)(y - mean y) over the windows that end with 8 bars; exactly 0 where all x or all y are equal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Products(double* endX, TLanes meanX, double* endY, TLanes meanY, int bars)
    {
        TLanes oldestX = TLanes.Load(endX - (bars - 1));
        TLanes oldestY = TLanes.Load(endY - (bars - 1));
        uint isConstantX = 0xFF;
        uint isConstantY = 0xFF;
        TLanes total = TLanes.All(0);
        for (int back = bars - 1; back >= 0; back--)
        {
            TLanes x = TLanes.Load(endX - back);
            TLanes y = TLanes.Load(endY - back);
            isConstantX &= TLanes.Equal(x, oldestX);
            isConstantY &= TLanes.Equal(y, oldestY);
            total += (x - meanX) * (y - meanY);
        }

        return TLanes.Choose(isConstantX | isConstantY, TLanes.All(0), total);
    }
}
