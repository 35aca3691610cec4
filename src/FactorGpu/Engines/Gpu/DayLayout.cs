using FactorGpu.Bars;
using FactorGpu.Engines.Gpu.Plans;

namespace FactorGpu.Engines.Gpu;

/// <summary>How large the buffers are that hold <paramref name="S"/> stocks of a day. None is empty, for devices make no empty ones.</summary>
/// <param name="Inputs">What lies in them.</param>
/// <param name="S">Number of stocks.</param>
internal readonly record struct DayLayout(KernelInputs Inputs, int S)
{
    private const int Least = sizeof(double);

    /// <summary>Bytes of a number in all buffers but <c>scratch</c>.</summary>
    internal int NumberBytes => LocalMemory.SizeOf(Inputs.Precision);

    /// <summary>Bytes of a field [S, T].</summary>
    internal long FieldBytes => (long)S * BarAxis.SlotCount * NumberBytes;

    /// <summary><c>bars</c> [F', S, T].</summary>
    internal long BarsBytes => AtLeastSome(Inputs.Fields.Length * FieldBytes);

    /// <summary><c>masks</c> [M, S, 4].</summary>
    internal long MasksBytes => AtLeastSome((long)Inputs.Masks.Length * S * SlotMask.WordCount * sizeof(ulong));

    /// <summary><c>day_values</c>: [V, S], and the ticks [S] in single precision.</summary>
    internal long DayValuesBytes => AtLeastSome((long)(Inputs.DayValues.Length + (Inputs.HasTick ? 1 : 0)) * S * NumberBytes);

    /// <summary>All that is uploaded.</summary>
    internal long Bytes => BarsBytes + MasksBytes + DayValuesBytes;

    /// <summary><c>scratch</c> [X, S] of a plan.</summary>
    internal long ScratchBytes(KernelPlan plan) => AtLeastSome((long)plan.Scratch.Length * S * LocalMemory.SizeOf(plan.ScalarPrecision));

    /// <summary><c>values</c> [K, S] of a plan.</summary>
    internal long ValuesBytes(KernelPlan plan) => AtLeastSome((long)plan.FactorCount * S * NumberBytes);

    private static long AtLeastSome(long bytes) => bytes == 0 ? Least : bytes;
}
