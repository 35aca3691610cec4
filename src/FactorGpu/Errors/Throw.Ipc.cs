using System.Diagnostics.CodeAnalysis;

namespace FactorGpu.Errors;

/// <content>The Arrow IPC file format.</content>
internal static partial class Throw
{
    [DoesNotReturn]
    internal static void ArrowBroken(string path, string what)
        => throw new BarFormatException($"{path} starts as an Arrow IPC file but is broken: {what}. Write it again, or fetch it again.");

    [DoesNotReturn]
    internal static void ArrowUnsupported(string path, string found, string read, string remedy)
        => throw new BarFormatException($"{path} has {found}; {read}. {remedy}");

    [DoesNotReturn]
    internal static void ArrowCompressed(string path, string codec)
        => throw new BarFormatException($"{path} has bodies compressed with {codec}; this reader takes uncompressed ones. Write it with compression=\"uncompressed\".");

    [DoesNotReturn]
    internal static void ArrowColumnType(string path, string column, string type, string needed)
        => throw new BarFormatException($"{path} has a column {column} of type {type}; it is read as {needed}. Cast the column before writing.");

    [DoesNotReturn]
    internal static void ArrowNull(string place, string column)
        => throw new BarFormatException($"{place} has a null in column {column}; every row needs a code and a stamp. Fill it, or remove the row.");
}
