using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FactorGpu.Arrow.Ipc.Compression.Native;

/// <summary>The functions of libzstd that are used, from the chapters "Simple Core API" and "Helper functions" of zstd.h (1.3.0 or newer).</summary>
/// <remarks>Every one is pure; where <see cref="ZstdLibrary"/> has not found the library, none may be called.</remarks>
internal static partial class ZstdNative
{
    /// <summary>The library's name in the imports, which <see cref="ZstdLibrary"/> resolves.</summary>
    internal const string Library = "zstd";

    /// <summary>Compresses into one frame that states its content size.</summary>
    /// <returns>Bytes written, or a code for which <see cref="IsError"/> is not 0.</returns>
    [LibraryImport(Library, EntryPoint = "ZSTD_compress")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial nuint Compress(Span<byte> target, nuint targetBytes, ReadOnlySpan<byte> source, nuint sourceBytes, int level);

    /// <summary>Decompresses one or several frames.</summary>
    /// <returns>Bytes written, or a code for which <see cref="IsError"/> is not 0.</returns>
    [LibraryImport(Library, EntryPoint = "ZSTD_decompress")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial nuint Decompress(Span<byte> target, nuint targetBytes, ReadOnlySpan<byte> source, nuint sourceBytes);

    /// <summary>What a frame states as its content size; all bits set: it states none; all but the lowest: it is no frame.</summary>
    [LibraryImport(Library, EntryPoint = "ZSTD_getFrameContentSize")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial ulong GetFrameContentSize(ReadOnlySpan<byte> source, nuint sourceBytes);

    /// <summary>The most bytes that compressing gives.</summary>
    [LibraryImport(Library, EntryPoint = "ZSTD_compressBound")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial nuint CompressBound(nuint sourceBytes);

    [LibraryImport(Library, EntryPoint = "ZSTD_isError")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial uint IsError(nuint code);

    /// <summary>The name of an error, in English.</summary>
    internal static string ErrorName(nuint code) => Marshal.PtrToStringUTF8(GetErrorName(code)) ?? "";

    [LibraryImport(Library, EntryPoint = "ZSTD_getErrorName")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint GetErrorName(nuint code);
}
