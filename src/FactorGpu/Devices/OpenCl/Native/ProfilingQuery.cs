namespace FactorGpu.Devices.OpenCl.Native;

/// <summary>Which moment of an operation is asked for (cl_profiling_info).</summary>
internal enum ProfilingQuery : uint
{
    CommandStart = 0x1282,
    CommandEnd = 0x1283,
}
