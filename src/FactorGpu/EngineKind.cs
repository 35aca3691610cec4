namespace FactorGpu;

/// <summary>The engines that can run a program.</summary>
public enum EngineKind
{
    /// <summary>SIMD on all cores, in either precision: the default, and fast.</summary>
    Cpu,

    /// <summary>Scalar float64, factor after factor and stock after stock: the meaning of every factor, and the for-loop to compare with.</summary>
    Reference,

    /// <summary>Whichever of the others fits what is there and how much there is to do: see <see cref="MinuteBars.ChooseEngine"/>.</summary>
    Auto,

    /// <summary>GPUs, or where there are none processors, through the driver for OpenCL 1.2 or later that came with them.</summary>
    OpenCl,

    /// <summary>NVIDIA GPUs through their driver and NVRTC.</summary>
    Cuda,
}
