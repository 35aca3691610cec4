using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FactorGpu.Devices.Cuda.Native;

/// <summary>The functions of NVRTC that are used, from the chapters "Error Handling", "General Information Query" and "Compilation" of its manual (11.2 or newer).</summary>
/// <remarks>Where <see cref="NvrtcLibrary"/> has not found the library, none may be called. Several threads may compile at once, each its own program.</remarks>
internal static partial class NvrtcNative
{
    /// <summary>The library's name in the imports, which <see cref="NvrtcLibrary"/> resolves.</summary>
    internal const string Library = "nvrtc";

    /// <summary>nvrtcResult NVRTC_SUCCESS.</summary>
    internal const int Success = 0;

    /// <summary>nvrtcResult NVRTC_ERROR_OUT_OF_MEMORY.</summary>
    internal const int OutOfMemory = 1;

    /// <summary>The name of a result: <c>NVRTC_ERROR_COMPILATION</c>.</summary>
    internal static string ErrorName(int result) => Marshal.PtrToStringUTF8(GetErrorString(result)) ?? "";

    [LibraryImport(Library, EntryPoint = "nvrtcVersion")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial int Version(out int major, out int minor);

    [LibraryImport(Library, EntryPoint = "nvrtcGetNumSupportedArchs")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial int GetNumSupportedArchs(out int count);

    /// <summary>The compute capabilities that code can be made for, such as 90 for 9.0, ascending.</summary>
    [LibraryImport(Library, EntryPoint = "nvrtcGetSupportedArchs")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial int GetSupportedArchs(Span<int> archs);

    [LibraryImport(Library, EntryPoint = "nvrtcCreateProgram", StringMarshalling = StringMarshalling.Utf8)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial int CreateProgram(out nint program, string source, string name, int headerCount, nint headers, nint includeNames);

    [LibraryImport(Library, EntryPoint = "nvrtcDestroyProgram")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial int DestroyProgram(ref nint program);

    [LibraryImport(Library, EntryPoint = "nvrtcCompileProgram", StringMarshalling = StringMarshalling.Utf8)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial int CompileProgram(SafeHandle program, int optionCount, string[] options);

    [LibraryImport(Library, EntryPoint = "nvrtcGetProgramLogSize")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial int GetProgramLogSize(SafeHandle program, out nuint bytes);

    /// <summary>What the compiler has said, ended by a zero byte.</summary>
    [LibraryImport(Library, EntryPoint = "nvrtcGetProgramLog")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial int GetProgramLog(SafeHandle program, Span<byte> log);

    [LibraryImport(Library, EntryPoint = "nvrtcGetCUBINSize")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial int GetCubinSize(SafeHandle program, out nuint bytes);

    [LibraryImport(Library, EntryPoint = "nvrtcGetCUBIN")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial int GetCubin(SafeHandle program, Span<byte> cubin);

    [LibraryImport(Library, EntryPoint = "nvrtcGetPTXSize")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial int GetPtxSize(SafeHandle program, out nuint bytes);

    /// <summary>The PTX, ended by a zero byte.</summary>
    [LibraryImport(Library, EntryPoint = "nvrtcGetPTX")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial int GetPtx(SafeHandle program, Span<byte> ptx);

    [LibraryImport(Library, EntryPoint = "nvrtcGetErrorString")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint GetErrorString(int result);
}
