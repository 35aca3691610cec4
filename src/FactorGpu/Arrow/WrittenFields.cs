using System;
using System.Collections.Immutable;
using System.Linq;
using System.Numerics;
using FactorGpu.Bars;

namespace FactorGpu.Arrow;

/// <summary>Which fields a bar file of some days has.</summary>
internal static class WrittenFields
{
    /// <summary>The fields of a file in the dense layout: those that a reader needs, and those that have a value on any day.</summary>
    internal static ImmutableArray<BarField> Dense(ImmutableArray<DayTensor> days)
        => [.. BarFields.All.Where(field => BarFields.Required.Contains(field) || days.Any(day => !IsMissing(day, field)))];

    /// <summary>The fields of a file in the long layout: those of the dense one, and vwap, which a reader would make of amount and volume if the file lacked it.</summary>
    internal static ImmutableArray<BarField> Long(ImmutableArray<DayTensor> days)
        => [.. Dense(days).Add(BarField.Vwap).Distinct().Order()];

    /// <summary>True when all values are NaN. Nothing is converted for it.</summary>
    internal static bool IsMissing(DayTensor day, BarField field)
        => day.IsSingle ? IsMissing(day.Single.Field(field).Span) : IsMissing(day.Field(field));

    private static bool IsMissing<TValue>(ReadOnlySpan<TValue> values)
        where TValue : IFloatingPointIeee754<TValue>
    {
        foreach (TValue value in values)
        {
            if (!TValue.IsNaN(value))
            {
                return false;
            }
        }

        return true;
    }
}
