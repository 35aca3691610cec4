namespace FactorGpu.Devices.Cuda.Native;

/// <summary>What came of loading a file as NVRTC.</summary>
/// <param name="Handle">The loaded library, or 0.</param>
/// <param name="Major">Its version, which is that of the CUDA toolkit it comes from.</param>
/// <param name="Minor">The second part of the version.</param>
/// <param name="Reason">Why not, where <paramref name="Handle"/> is 0: "not found".</param>
internal readonly record struct NvrtcCopy(nint Handle, int Major, int Minor, string Reason);
