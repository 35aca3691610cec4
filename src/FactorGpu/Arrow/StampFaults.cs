using System;
using System.Diagnostics.CodeAnalysis;
using FactorGpu.Errors;

namespace FactorGpu.Arrow;

/// <summary>The message for each fault of a stamp.</summary>
internal static class StampFaults
{
    [DoesNotReturn]
    internal static void Refuse(StampFault fault, string place, string column, ReadOnlySpan<byte> text)
    {
        if (fault == StampFault.NotAFullMinute)
        {
            Throw.StampWithSeconds(place, column, text);
        }

        Throw.NotAStamp(place, column, text);
    }
}
