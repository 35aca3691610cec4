namespace FactorGpu.Engines.Gpu.Plans;

/// <summary>What work-items accumulate over their bars and then fold into one number.</summary>
internal enum ReductionForm
{
    /// <summary>Sum of the present elements.</summary>
    Sum,

    /// <summary>Number of the present elements.</summary>
    Count,

    /// <summary>Product of the present elements.</summary>
    Product,

    /// <summary>Largest present element, NaN if any is; meaningless for none.</summary>
    Max,

    /// <summary>The latest bar with a present element; -1 for none.</summary>
    LastBar,

    /// <summary>Smallest present element, NaN if any is; meaningless for none.</summary>
    Min,

    /// <summary>The earliest bar with a present element; 256 for none.</summary>
    FirstBar,

    /// <summary>0 for no present element, 1 when all are equal, 2 when not.</summary>
    Constancy,
}
