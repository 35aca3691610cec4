using System.Numerics;
using System.Runtime.CompilerServices;

namespace FactorGpu.Engines.Cpu.Kernels;

/// <summary>Elements as float64, for kernels that compute in it in every precision and round once, when they write.</summary>
internal static unsafe class WideElements<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Elements from bar <paramref name="first"/> to the one before <paramref name="end"/> in float64, where bar 0 lies: where they are, or in memory of the caller's.</summary>
    /// <param name="x">Bar 0 of a buffer.</param>
    /// <param name="first">First bar to read.</param>
    /// <param name="end">Bar behind the last.</param>
    /// <param name="memory">Room for end - first numbers.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static double* Read(T* x, int first, int end, double* memory)
    {
        if (sizeof(T) == sizeof(double))
        {
            return (double*)x;
        }

        for (int i = first; i < end; i++)
        {
            memory[i - first] = double.CreateTruncating(x[i]);
        }

        return memory - first;
    }

    /// <summary>Writes elements that were computed in memory of the caller's; nothing where that is the buffer itself.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Write(double* wide, T* target, int first, int end)
    {
        if (sizeof(T) == sizeof(double))
        {
            return;
        }

        for (int i = first; i < end; i++)
        {
            target[i] = T.CreateTruncating(wide[i]);
        }
    }
}
