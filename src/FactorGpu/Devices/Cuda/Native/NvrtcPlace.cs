using System.Collections.Immutable;

namespace FactorGpu.Devices.Cuda.Native;

/// <summary>A place where NVRTC may be.</summary>
/// <param name="Name">The place in words, for the reasons: "CUDA_PATH=/opt/cuda".</param>
/// <param name="Files">What to load, the best first: full paths of files that are there, or names for the loader; empty where nothing is.</param>
/// <param name="Absence">Why there are no files: "not set".</param>
internal sealed record NvrtcPlace(string Name, ImmutableArray<string> Files, string Absence = "no NVRTC there");
