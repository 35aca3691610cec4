using System;

namespace FactorGpu.Devices.OpenCl.Native;

/// <summary>How a buffer is made (cl_mem_flags).</summary>
[Flags]
internal enum MemoryFlags : ulong
{
    None = 0,
    ReadWrite = 1 << 0,
    AllocHostPtr = 1 << 4,
}
