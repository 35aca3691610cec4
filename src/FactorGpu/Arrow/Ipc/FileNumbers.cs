using System;
using System.Runtime.InteropServices;
using FactorGpu.Bars;

namespace FactorGpu.Arrow.Ipc;

/// <summary>Numbers without nulls as they stand in the body of a batch, read from the file when they are used.</summary>
/// <param name="file">The file, open as long as the numbers are used.</param>
/// <param name="what">The part of the file that holds them, for messages.</param>
/// <param name="offset">First byte.</param>
/// <param name="count">How many; they lie inside the file as it was when it was opened.</param>
internal sealed class FileNumbers<TValue>(FileBytes file, string what, long offset, int count) : StoredNumbers<TValue>(count)
    where TValue : unmanaged
{
    /// <exception cref="FactorGpu.Errors.BarFormatException">The file has become shorter, or cannot be read any more.</exception>
    protected override unsafe void Read(int first, Span<TValue> values) => file.Read(what, offset + ((long)first * sizeof(TValue)), MemoryMarshal.AsBytes(values));
}
