using System;

namespace FactorGpu.Engines.Cpu.Kernels;

/// <summary>The memory that kernels work on, for one stock-day at a time. All of it lies on the pinned heap or is pinned by the engine while it runs.</summary>
internal unsafe struct Frame
{
    /// <summary>Elements of a buffer: 8 before bar 0, 256 bars, 8 behind. A kernel touches whole groups of 8 bars that hold a bar of its set, moved by a shift that stays inside the sequence: -7..249.</summary>
    internal const int BufferStride = 8 + (BarSet.WordCount * 64) + 8;

    /// <summary>Bar 0 of the first buffer, so that the place of a shifted series is never negative; a multiple of 8.</summary>
    internal const int Origin = 8 + MostShift;

    /// <summary>A series shifted further has no bar, so that the shift no longer matters.</summary>
    internal const int MostShift = BarSet.WordCount * 64;

    /// <summary>A shift of any size as one that stays within reach.</summary>
    internal static int Within(int shift) => Math.Clamp(shift, -MostShift, MostShift);

    /// <summary>Start of the buffers, at a multiple of 64 bytes.</summary>
    internal double* Buffers;

    internal BarSet* Sets;

    internal BarSequence* Sequences;

    internal double* Scalars;

    /// <summary>Scalar steps of the plan.</summary>
    internal Plans.ScalarStep* ScalarSteps;

    /// <summary>Two groups of 8 for a scalar that stands at every bar.</summary>
    internal double* Spread;

    /// <summary>Row [T] of each field [F] of the stock-day; null for fields that the program does not read.</summary>
    internal double** Rows;

    /// <summary>Bar 0 of each series that emitted code reads from the day: in a row, where its bars are neighbours there, else in a buffer.</summary>
    internal double** Fields;

    /// <summary>Elements of a field before the row of the stock.</summary>
    internal long Before;

    /// <summary>Elements of a field from the row of the stock on.</summary>
    internal long Behind;
}
