namespace FactorGpu.Engines.Gpu.Plans;

/// <summary>What a step of a kernel does.</summary>
internal enum KernelStepKind
{
    /// <summary>Finds the slots of a sequence's bars.</summary>
    FormSequence,

    /// <summary>Evaluates series at every bar and keeps their elements in local memory.</summary>
    Store,

    /// <summary>Keeps a running maximum in local memory.</summary>
    Scan,

    /// <summary>Keeps in local memory which bars a selection has.</summary>
    Select,

    /// <summary>Reduces, all between two barriers.</summary>
    Reduce,

    /// <summary>Leaves scalars for later kernels, and writes values of factors.</summary>
    Write,
}
