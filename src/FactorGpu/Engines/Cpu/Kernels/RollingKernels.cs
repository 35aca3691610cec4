using System.Numerics;
using System.Runtime.CompilerServices;
using FactorGpu.Engines.Cpu.Lanes;

namespace FactorGpu.Engines.Cpu.Kernels;

/// <summary>Each bar of a set from the window of P bars that ends with it; the set holds bars with a full window alone. In float64 in every precision: what windows differ by is little beside what they hold.</summary>
/// <remarks>A group of windows at a time, each summed oldest bar first, so that the bits are those of the definition. Groups go from the last to the first: the target may be an operand that is not shifted.</remarks>
internal static unsafe class RollingKernels<T, TWide>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TWide : unmanaged, ILanes<TWide, double>
{
    /// <summary>Numbers that a window of the first group, or the last group, may read beside the bars of a set.</summary>
    private const int Room = Frame.BufferStride + Frame.MostLanes;

    [SkipLocalsInit, MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void RollingSum(Frame* frame, CpuInstruction* at)
    {
        BarSet* set = frame->Sets + at->B;
        if (set->IsEmpty)
        {
            return;
        }

        double* memory = stackalloc double[Room];
        Groups(set, out int first, out int end);
        double* x = WideElements<T>.Read((T*)frame->Buffers + at->A, first - at->P + 1, end, memory);
        T* target = (T*)frame->Buffers + at->Target;
        double* wide = sizeof(T) == sizeof(double) ? (double*)target : x;
        for (int i = end - TWide.Count; i >= first; i -= TWide.Count)
        {
            TWide.Store(Total(x + i, at->P), wide + i);
        }

        WideElements<T>.Write(wide, target, first, end);
    }

    [SkipLocalsInit, MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void RollingCov(Frame* frame, CpuInstruction* at)
    {
        BarSet* set = frame->Sets + at->C;
        if (set->IsEmpty)
        {
            return;
        }

        double* memory = stackalloc double[2 * Room];
        Groups(set, out int first, out int end);
        double* x = WideElements<T>.Read((T*)frame->Buffers + at->A, first - at->P + 1, end, memory);
        bool isVariance = at->A == at->B;
        double* y = isVariance ? x : WideElements<T>.Read((T*)frame->Buffers + at->B, first - at->P + 1, end, memory + Room);
        T* target = (T*)frame->Buffers + at->Target;
        double* wide = sizeof(T) == sizeof(double) ? (double*)target : x;
        TWide bars = TWide.All(at->P);
        TWide degrees = TWide.All(at->P - at->Q);
        for (int i = end - TWide.Count; i >= first; i -= TWide.Count)
        {
            TWide meanX = TWide.Divide(Total(x + i, at->P), bars);
            TWide products = isVariance ? Squares(x + i, meanX, at->P) : Products(x + i, meanX, y + i, TWide.Divide(Total(y + i, at->P), bars), at->P);
            TWide.Store(TWide.Divide(products, degrees), wide + i);
        }

        WideElements<T>.Write(wide, target, first, end);
    }

    /// <summary>The groups that hold a bar of a set: first bar, bar behind the last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Groups(BarSet* set, out int first, out int end)
    {
        first = set->First & -TWide.Count;
        end = ((set->End - 1) & -TWide.Count) + TWide.Count;
    }

    /// <summary>Sum over the windows that end with the bars of a group.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TWide Total(double* end, int bars)
    {
        TWide total = TWide.All(0);
        for (int back = bars - 1; back >= 0; back--)
        {
            total += TWide.Load(end - back);
        }

        return total;
    }

    /// <summary>Sum of (x - mean x)(y - mean y) over the windows that end with the bars of a group; exactly 0 where all x or all y are equal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TWide Products(double* endX, TWide meanX, double* endY, TWide meanY, int bars)
    {
        TWide oldestX = TWide.Load(endX - (bars - 1));
        TWide oldestY = TWide.Load(endY - (bars - 1));
        uint isConstantX = uint.MaxValue;
        uint isConstantY = uint.MaxValue;
        TWide total = TWide.All(0);
        for (int back = bars - 1; back >= 0; back--)
        {
            TWide x = TWide.Load(endX - back);
            TWide y = TWide.Load(endY - back);
            isConstantX &= TWide.Equal(x, oldestX);
            isConstantY &= TWide.Equal(y, oldestY);
            total += (x - meanX) * (y - meanY);
        }

        return TWide.Choose(isConstantX | isConstantY, TWide.All(0), total);
    }

    /// <summary><see cref="Products"/> of a series with itself.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TWide Squares(double* end, TWide mean, int bars)
    {
        TWide oldest = TWide.Load(end - (bars - 1));
        uint isConstant = uint.MaxValue;
        TWide total = TWide.All(0);
        for (int back = bars - 1; back >= 0; back--)
        {
            TWide x = TWide.Load(end - back);
            isConstant &= TWide.Equal(x, oldest);
            TWide deviation = x - mean;
            total += deviation * deviation;
        }

        return TWide.Choose(isConstant, TWide.All(0), total);
    }
}
