using System;
using System.Diagnostics.CodeAnalysis;

namespace FactorGpu.Errors;

/// <content>Files that cannot be written. <c>what</c> is what goes into them: "Results", "Bars".</content>
internal static partial class Throw
{
    [DoesNotReturn]
    internal static void UnknownSuffix(string what, string path, string suffix, string known)
        => throw new FactorGpuException(
            $"{what} were asked for in {path}, and {(suffix.Length == 0 ? "it has no suffix" : $"{suffix} is no known format")}. Use a path that ends in {known}.");

    [DoesNotReturn]
    internal static void MissingFolder(string what, string path, string folder)
        => throw new FactorGpuException($"{what} were asked for in {path}, and there is no folder {folder}. Make the folder or choose another path.");

    [DoesNotReturn]
    internal static void CannotWrite(string what, string path, Exception inner)
        => throw new FactorGpuException($"{what} cannot be written to {path}: {inner.Message} Nothing was written; choose another path or free this one.", inner);

    [DoesNotReturn]
    internal static void CsvIsLong(string path)
        => throw new FactorGpuException(
            $"Bars were asked for in {path} in the dense layout; CSV holds the long layout alone. Ask for the long layout, or use a path that ends in .arrow.");

    [DoesNotReturn]
    internal static void CsvIsNotCompressed(string path, string codec)
        => throw new FactorGpuException(
            $"Bars were asked for in {path} compressed with {codec}; CSV is written without compression. Leave the compression out, or use a path that ends in .arrow.");

    [DoesNotReturn]
    internal static void FaultsAreRows(string path, string faults)
        => throw new FactorGpuException(
            $"Bars were asked for in {path} in the dense layout with faults ({faults}); faults are in rows, which the long layout alone has. Ask for the long layout, or for no faults.");
}
