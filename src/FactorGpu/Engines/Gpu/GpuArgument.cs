namespace FactorGpu.Engines.Gpu;

/// <summary>An argument of a kernel: a buffer, or a whole number of 32 bits.</summary>
internal readonly record struct GpuArgument
{
    private GpuArgument(IGpuBuffer? buffer, int number)
    {
        Buffer = buffer;
        Number = number;
    }

    /// <summary>The buffer; null for a number.</summary>
    internal IGpuBuffer? Buffer { get; }

    internal int Number { get; }

    internal static GpuArgument Of(IGpuBuffer buffer) => new(buffer, 0);

    internal static GpuArgument Of(int number) => new(null, number);
}
