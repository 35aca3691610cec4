using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FactorGpu.Devices.OpenCl.Native;

/// <content>OpenCL 1.2, 5.6 Program Objects</content>
internal static partial class OpenClNative
{
    [LibraryImport(Library, EntryPoint = "clCreateProgramWithSource", StringMarshalling = StringMarshalling.Utf8)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvStdcall)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial ProgramHandle CreateProgramWithSource(ContextHandle context, uint count, in string source, nint lengths, out OpenClStatus status);

    [LibraryImport(Library, EntryPoint = "clReleaseProgram")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvStdcall)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial OpenClStatus ReleaseProgram(nint program);

    [LibraryImport(Library, EntryPoint = "clBuildProgram", StringMarshalling = StringMarshalling.Utf8)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvStdcall)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial OpenClStatus BuildProgram(ProgramHandle program, uint deviceCount, in DeviceId device, string options, nint notify, nint userData);

    /// <summary>Gives what the compiler wrote, in UTF-8 with a 0 at its end.</summary>
    internal static OpenClStatus GetProgramBuildLog(ProgramHandle program, DeviceId device, nuint room, Span<byte> log, out nuint bytes)
    {
        const uint BuildLog = 0x1183;
        return GetProgramBuildInfo(program, device, BuildLog, room, log, out bytes);
    }

    [LibraryImport(Library, EntryPoint = "clGetProgramBuildInfo")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvStdcall)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial OpenClStatus GetProgramBuildInfo(ProgramHandle program, DeviceId device, uint query, nuint room, Span<byte> value, out nuint bytes);
}
