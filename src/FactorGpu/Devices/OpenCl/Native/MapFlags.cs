using System;

namespace FactorGpu.Devices.OpenCl.Native;

/// <summary>What a mapped buffer is used for (cl_map_flags).</summary>
[Flags]
internal enum MapFlags : ulong
{
    None = 0,
    Read = 1 << 0,
    Write = 1 << 1,
}
