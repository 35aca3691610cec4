using System;

namespace FactorGpu.Devices.OpenCl.Native;

/// <summary>Properties of a queue (cl_command_queue_properties).</summary>
[Flags]
internal enum QueueProperties : ulong
{
    None = 0,
    ProfilingEnable = 1 << 1,
}
