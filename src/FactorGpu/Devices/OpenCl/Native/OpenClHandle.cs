using System.Runtime.InteropServices;

namespace FactorGpu.Devices.OpenCl.Native;

/// <summary>An object of OpenCL. The driver keeps what an object or an enqueued operation still needs, so that the order of release does not matter.</summary>
internal abstract class OpenClHandle : SafeHandle
{
    protected OpenClHandle()
        : base(invalidHandleValue: 0, ownsHandle: true)
    {
    }

    public sealed override bool IsInvalid => handle == 0;
}
