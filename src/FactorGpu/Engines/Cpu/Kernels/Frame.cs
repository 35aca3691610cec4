using System;

namespace FactorGpu.Engines.Cpu.Kernels;

/// <summary>The memory that kernels work on, for one stock-day at a time. All of it lies on the pinned heap or is pinned by the engine while it runs.</summary>
internal unsafe struct Frame
{
    /// <summary>The largest group of bars.</summary>
    internal const int MostLanes = 16;

    /// <summary>Bytes of a group, in every precision.</summary>
    internal const int GroupBytes = 64;

    /// <summary>Elements of a buffer: room for a group, read but never written, which stands behind the buffer before it as well; 256 bars. A kernel touches whole groups that hold a bar of its set, moved by a shift that stays inside the sequence: -15..257.</summary>
    internal const int BufferStride = MostLanes + (BarSet.WordCount * 64);

    /// <summary>Bar 0 of the first buffer, so that the place of a shifted series is never negative; a multiple of a group.</summary>
    internal const int Origin = MostLanes + MostShift;

    /// <summary>A series shifted further has no bar, so that the shift no longer matters.</summary>
    internal const int MostShift = BarSet.WordCount * 64;

    /// <summary>A shift of any size as one that stays within reach.</summary>
    internal static int Within(int shift) => Math.Clamp(shift, -MostShift, MostShift);

    /// <summary>Start of the buffers, at a multiple of 64 bytes: float64 or float32, as the plan's precision is.</summary>
    internal void* Buffers;

    internal BarSet* Sets;

    internal BarSequence* Sequences;

    /// <summary>Registers: float64 in every precision.</summary>
    internal double* Scalars;

    /// <summary>Scalar steps of the plan.</summary>
    internal Plans.ScalarStep* ScalarSteps;

    /// <summary>Two groups, in the plan's precision, for a scalar that stands at every bar.</summary>
    internal void* Spread;

    /// <summary>Row [T] of each field [F] of the stock-day, in the plan's precision; null for fields that the program does not read.</summary>
    internal void** Rows;
}
