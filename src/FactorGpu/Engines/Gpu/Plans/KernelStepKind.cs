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

    /// <summary>Keeps in local memory a number made of the window that ends with each bar.</summary>
    Window,

    /// <summary>Keeps in local memory which bars a selection has.</summary>
    Select,

    /// <summary>Keeps in local memory the place of each bar in order of a key.</summary>
    Rank,

    /// <summary>Keeps in local memory a series cumulated in order of a key, as it is read at each bar's bound.</summary>
    Cumulate,

    /// <summary>Keeps in local memory the sums of the bars of equal key, and which bar is the first of each.</summary>
    Group,

    /// <summary>Reduces, all between two barriers.</summary>
    Reduce,

    /// <summary>Leaves scalars for later kernels, and writes values of factors.</summary>
    Write,
}
