using System.Numerics;
using System.Runtime.CompilerServices;
using FactorGpu.Engines.Cpu.Lanes;

namespace FactorGpu.Engines.Cpu.Kernels;

/// <summary>A number as a bar-by-bar kernel reads it: a series at its bars, or a scalar spread over one group that is read again and again, rounded to the elements' precision.</summary>
internal readonly unsafe ref struct LaneOperand<TLanes, T>
    where TLanes : unmanaged, ILanes<TLanes, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T* _start;
    private readonly nint _mask;

    /// <param name="frame">The frame.</param>
    /// <param name="place">Place of the operand, see <see cref="CpuInstruction"/>.</param>
    /// <param name="spread">Which of the frame's two groups a scalar may use.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal LaneOperand(Frame* frame, int place, int spread)
    {
        if (place >= 0)
        {
            _start = (T*)frame->Buffers + place;
            _mask = -1;
            return;
        }

        _start = (T*)frame->Spread + (spread * TLanes.Count);
        _mask = 0;
        TLanes.Store(TLanes.All(T.CreateTruncating(frame->Scalars[~place])), _start);
    }

    /// <summary>The group of elements from bar i on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal TLanes At(nint i) => TLanes.Load(_start + (i & _mask));
}
