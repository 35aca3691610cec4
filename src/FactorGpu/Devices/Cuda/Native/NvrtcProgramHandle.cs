using System.Runtime.InteropServices;

namespace FactorGpu.Devices.Cuda.Native;

/// <summary>A text and what NVRTC has made of it.</summary>
internal sealed class NvrtcProgramHandle : SafeHandle
{
    private NvrtcProgramHandle(nint program)
        : base(invalidHandleValue: 0, ownsHandle: true) => SetHandle(program);

    public override bool IsInvalid => handle == 0;

    /// <summary>Takes a text; <paramref name="name"/> stands for its file in what the compiler says.</summary>
    internal static int Create(string source, string name, out NvrtcProgramHandle? made)
    {
        int result = NvrtcNative.CreateProgram(out nint program, source, name, headerCount: 0, headers: 0, includeNames: 0);
        made = result == NvrtcNative.Success ? new NvrtcProgramHandle(program) : null;
        return result;
    }

    protected override bool ReleaseHandle() => NvrtcNative.DestroyProgram(ref handle) == NvrtcNative.Success;
}
