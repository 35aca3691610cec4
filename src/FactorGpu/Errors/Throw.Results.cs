using System;
using System.Diagnostics.CodeAnalysis;

namespace FactorGpu.Errors;

/// <content>Results that cannot be handed out.</content>
internal static partial class Throw
{
    [DoesNotReturn]
    internal static void UnknownSuffix(string path, string suffix, string known)
        => throw new FactorGpuException(
            $"Results were asked for in {path}, and {(suffix.Length == 0 ? "it has no suffix" : $"{suffix} is no known format")}. Use a path that ends in {known}.");

    [DoesNotReturn]
    internal static void MissingFolder(string path, string folder)
        => throw new FactorGpuException($"Results were asked for in {path}, and there is no folder {folder}. Make the folder or choose another path.");

    [DoesNotReturn]
    internal static void CannotWrite(string path, Exception inner)
        => throw new FactorGpuException($"Results cannot be written to {path}: {inner.Message} Nothing was written; choose another path or free this one.", inner);

    [DoesNotReturn]
    internal static void NoSuchColumn(string factor, string nearest)
        => throw new FactorDefinitionException($"The factor table was asked for {factor}, which it does not hold (nearest: {nearest}). Ask for a factor it was computed with.");
}
