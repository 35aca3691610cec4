namespace FactorGpu.Engines.Cpu.Lanes;

/// <summary>How the lanes of a group lie in the hardware's registers.</summary>
internal enum LaneStrategy
{
    /// <summary>One vector of 512 bits.</summary>
    Vector512,

    /// <summary>Two vectors of 256 bits.</summary>
    Vector256,

    /// <summary>Four vectors of 128 bits.</summary>
    Vector128,

    /// <summary>One number a lane.</summary>
    Scalar,
}
