using FactorGpu.Bars;
using FactorGpu.Engines.Gpu.Plans;

namespace FactorGpu.Engines.Gpu;

/// <summary>How large the buffers of a day of <paramref name="S"/> stocks are under a plan. None is empty, for devices make no empty ones.</summary>
internal readonly record struct DayLayout(KernelPlan Plan, int S)
{
    private const int Least = sizeof(double);

    /// <summary>Bytes of a number in all buffers but <c>scratch</c>.</summary>
    internal int NumberBytes => LocalMemory.SizeOf(Plan.Precision);

    /// <summary>Bytes of a field [S, T].</summary>
    internal long FieldBytes => (long)S * BarAxis.SlotCount * NumberBytes;

    /// <summary><c>bars</c> [F', S, T].</summary>
    internal long BarsBytes => AtLeastSome(Plan.Fields.Length * FieldBytes);

    /// <summary><c>masks</c> [M, S, 4].</summary>
    internal long MasksBytes => AtLeastSome((long)Plan.Masks.Length * S * SlotMask.WordCount * sizeof(ulong));

    /// <summary><c>day_values</c> [V, S].</summary>
    internal long DayValuesBytes => AtLeastSome((long)(Plan.DayValues.Length + (Plan.HasTick ? 1 : 0)) * S * NumberBytes);

    /// <summary><c>scratch</c> [X, S].</summary>
    internal long ScratchBytes => AtLeastSome((long)Plan.Scratch.Length * S * LocalMemory.SizeOf(Plan.ScalarPrecision));

    /// <summary><c>values</c> [K, S].</summary>
    internal long ValuesBytes => AtLeastSome((long)Plan.FactorCount * S * NumberBytes);

    private static long AtLeastSome(long bytes) => bytes == 0 ? Least : bytes;
}
