using System;
using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Bars;

namespace FactorGpu.Arrow;

/// <summary>Which fields a bar file of some days has.</summary>
internal static class WrittenFields
{
    /// <summary>The fields of a file in the dense layout: those that a reader needs, and those that have a value on any day.</summary>
    internal static ImmutableArray<BarField> Dense(ImmutableArray<DayTensor> days)
        => [.. BarFields.All.Where(field => BarFields.Required.Contains(field) || days.Any(day => !IsMissing(day.Field(field))))];

    /// <summary>The fields of a file in the long layout: those of the dense one, and vwap, which a reader would make of amount and volume if the file lacked it.</summary>
    internal static ImmutableArray<BarField> Long(ImmutableArray<DayTensor> days)
        => [.. Dense(days).Add(BarField.Vwap).Distinct().Order()];

    /// <summary>True when all values are NaN.</summary>
    internal static bool IsMissing(ReadOnlySpan<double> values)
    {
        foreach (double value in values)
        {
            if (!double.IsNaN(value))
            {
                return false;
            }
        }

        return true;
    }
}
