using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Bars;
using FactorGpu.Compilation;

namespace FactorGpu.Engines.Gpu;

/// <summary>What kernels find in device memory, and in which order: for one program what it reads, for a resident day all there is, so that any program finds what it reads.</summary>
internal sealed class KernelInputs
{
    private KernelInputs(Precision precision, ImmutableArray<BarField> fields, ImmutableArray<BarRequirements> masks, ImmutableArray<BarField> dayValues)
    {
        Precision = precision;
        Fields = fields;
        Masks = masks;
        DayValues = dayValues;
    }

    /// <summary>Type of the numbers.</summary>
    internal Precision Precision { get; }

    /// <summary>The fields in <c>bars</c>, in tensor order.</summary>
    internal ImmutableArray<BarField> Fields { get; }

    /// <summary>What the bars of each bitmap in <c>masks</c> have.</summary>
    internal ImmutableArray<BarRequirements> Masks { get; }

    /// <summary>The values of the day in <c>day_values</c>; in single precision the tick is one row more, the last.</summary>
    internal ImmutableArray<BarField> DayValues { get; }

    /// <summary>True when <c>day_values</c> ends with the ticks of the stocks.</summary>
    internal bool HasTick => Precision == Precision.Single;

    /// <summary>What a program reads.</summary>
    internal static KernelInputs Of(FactorProgram program)
    {
        ImmutableArray<BarField> fields = [.. program.Fields];
        return new KernelInputs(
            program.Precision,
            [.. fields.Where(field => !BarFields.IsDayValue(field))],
            [.. program.Sequences.Where(sequence => sequence.Condition is null).Select(sequence => sequence.Requirements).Distinct()],
            [.. fields.Where(BarFields.IsDayValue)]);
    }

    /// <summary>All that programs can read.</summary>
    internal static KernelInputs All(Precision precision) => new(
        precision,
        [.. BarFields.All.Where(field => !BarFields.IsDayValue(field))],
        [BarRequirements.None, BarRequirements.NumTrades, BarRequirements.Vwap, BarRequirements.NumTrades | BarRequirements.Vwap],
        [.. BarFields.All.Where(BarFields.IsDayValue)]);
}
