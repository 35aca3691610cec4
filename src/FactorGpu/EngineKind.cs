namespace FactorGpu;

/// <summary>The engines that can run a program.</summary>
public enum EngineKind
{
    /// <summary>SIMD on all cores, in either precision: the default, and fast.</summary>
    Cpu,

    /// <summary>Scalar float64, factor after factor and stock after stock: the meaning of every factor, and the for-loop to compare with.</summary>
    Reference,
}
