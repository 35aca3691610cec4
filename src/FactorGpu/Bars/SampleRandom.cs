using System;

namespace FactorGpu.Bars;

/// <summary>A stream of pseudo-random numbers fixed by its key: SplitMix64 over a counter, the same bits on every machine.</summary>
/// <remarks>Source: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", 2014. Not for secrets.</remarks>
internal sealed class SampleRandom
{
    private const ulong Step = 0x9E3779B97F4A7C15;
    private const double UniformUnit = 1.0 / (1L << 53);

    // Four uniforms have variance 4/12; times 3 gives 1.
    private static readonly double s_normalScale = Math.Sqrt(3);

    private readonly ulong _key;
    private ulong _drawn;

    internal SampleRandom(ulong seed, ulong subject, ulong date)
    {
        _key = Mix(Mix(Mix(seed + Step) ^ subject) ^ date);
    }

    /// <summary>A number of [0, 1), a multiple of 2^-53.</summary>
    internal double Uniform() => (long)(Next() >> 11) * UniformUnit;

    /// <summary>Mean 0 and variance 1, inside ±3.47: a sum of uniforms, because the library logarithm differs between machines.</summary>
    internal double Normal() => (Uniform() + Uniform() + Uniform() + Uniform() - 2) * s_normalScale;

    /// <summary>A whole number of 0..<paramref name="count"/>-1.</summary>
    internal int Below(int count) => (int)(((Next() >> 32) * (ulong)count) >> 32);

    private ulong Next()
    {
        _drawn++;
        return Mix(_key + (_drawn * Step));
    }

    private static ulong Mix(ulong x)
    {
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return x ^ (x >> 31);
    }
}
