using System;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace FactorGpu.Errors;

/// <content>Streams of other Arrow libraries in the process.</content>
internal static partial class Throw
{
    /// <summary>What messages and reports name such a stream, where they name a file by its path.</summary>
    internal const string ArrowStreamName = "Arrow stream";

    [DoesNotReturn]
    internal static void ArrowStreamNull(string parameter)
        => throw new ArgumentNullException(parameter, "The address of an ArrowArrayStream was asked for; it is 0. Give the address of one that a producer has filled.");

    [DoesNotReturn]
    internal static void ArrowStreamReleased(string parameter)
        => throw new ArgumentException(
            "An ArrowArrayStream was asked for that can be read; this one has been released or moved (its release callback is null). Export the data again: a stream is read once.", parameter);

    [DoesNotReturn]
    internal static void ArrowStreamFailed(string asked, int error, string? words)
        => throw new BarFormatException(string.Create(
            CultureInfo.InvariantCulture,
            $"{ArrowStreamName} was asked for {asked}; its producer failed with error {error} ({(string.IsNullOrEmpty(words) ? "it says no more" : words)}). Correct what the producer says, and export the data again."));

    [DoesNotReturn]
    internal static void ArrowStreamWithoutRows(int batches)
        => throw new BarFormatException(string.Create(
            CultureInfo.InvariantCulture, $"{ArrowStreamName} was read to its end for bars; it has no rows in {batches} record batches. Export one row at least, and a stream that nobody has read from."));
}
