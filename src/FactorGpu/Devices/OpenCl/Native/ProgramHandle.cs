namespace FactorGpu.Devices.OpenCl.Native;

/// <summary>A program (cl_program).</summary>
internal sealed class ProgramHandle : OpenClHandle
{
    protected override bool ReleaseHandle() => OpenClNative.ReleaseProgram(handle) == OpenClStatus.Success;
}
