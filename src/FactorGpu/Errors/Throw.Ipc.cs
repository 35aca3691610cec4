using System.Diagnostics.CodeAnalysis;

namespace FactorGpu.Errors;

/// <content>The Arrow IPC file format.</content>
internal static partial class Throw
{
    private const string InstallZstd = "Install it (Debian and Ubuntu: apt-get install libzstd1; macOS: brew install zstd; Windows: put libzstd.dll beside the program)";

    [DoesNotReturn]
    internal static void ArrowBroken(string path, string what)
        => throw new BarFormatException(
            path == ArrowStreamName
                ? $"{path} is broken: {what}. Correct its producer, or hand the data over in a file."
                : $"{path} starts as an Arrow IPC file or stream but is broken: {what}. Write it again, or fetch it again.");

    [DoesNotReturn]
    internal static void ArrowShrunk(string path, string what, long end, long bytes)
        => throw new BarFormatException(
            $"{path} became shorter while it was read: its {what}, up to byte {end} of {bytes}, is not all there any more. Write new files beside the old ones and rename them, and read it again.");

    [DoesNotReturn]
    internal static void ArrowUnsupported(string path, string found, string read, string remedy)
        => throw new BarFormatException($"{path} has {found}; {read}. {remedy}");

    [DoesNotReturn]
    internal static void ArrowCompression(string path, string found)
        => throw new BarFormatException(
            $"{path} has bodies compressed by {found} of the format; LZ4_FRAME (codec 0) and ZSTD (codec 1) of each buffer (method 0) are read. Write it with compression=\"lz4\".");

    [DoesNotReturn]
    internal static void ZstdMissingToRead(string path, string tried)
        => throw new BarFormatException(
            $"{path} has bodies compressed with ZSTD; the library libzstd, which decompresses them, is not on this machine (tried {tried}). "
            + $"{InstallZstd}, or write the file with compression=\"lz4\" or \"uncompressed\".");

    [DoesNotReturn]
    internal static void ZstdMissingToWrite(string tried)
        => throw new FactorGpuException(
            $"Writing with ZSTD was asked for; the library libzstd, which compresses, is not on this machine (tried {tried}). {InstallZstd}, or write with LZ4 or without compression.");

    [DoesNotReturn]
    internal static void ZstdFailed(int bytes, string error)
        => throw new FactorGpuException($"ZSTD_compress was given {bytes} bytes of an Arrow buffer; it failed: {error}. Write with LZ4 or without compression.");

    [DoesNotReturn]
    internal static void ArrowColumnType(string path, string column, string type, string needed)
        => throw new BarFormatException($"{path} has a column {column} of type {type}; it is read as {needed}. Cast the column before writing.");

    [DoesNotReturn]
    internal static void ArrowNull(string place, string column)
        => throw new BarFormatException($"{place} has a null in column {column}; every row needs a code and a stamp. Fill it, or remove the row.");
}
