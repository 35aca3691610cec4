namespace FactorGpu.Expressions;

/// <summary>How far engines may differ in an operator's result, given equal operands.</summary>
internal enum Exactness
{
    /// <summary>Every engine gives the same bits: IEEE + - x / sqrt, comparisons, choices.</summary>
    Bitwise,

    /// <summary>Sums in an order of the engine's own: equal within catalogue 1.8.</summary>
    SummationOrder,

    /// <summary>A function that is no IEEE operation: good to a few units in the last place, in every engine's own way.</summary>
    Elementary,
}
