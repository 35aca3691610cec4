namespace FactorGpu.Expressions;

/// <summary>What an operator does with the bars of its sequence.</summary>
internal enum OperatorKind
{
    /// <summary>No operands: a field, a value of the day, a tick, a constant.</summary>
    Source,

    /// <summary>Bar by bar, or on scalars; a scalar beside a series stands at every bar. Absent where any operand is absent.</summary>
    Elementwise,

    /// <summary>The element some bars away; absent past the ends of the sequence.</summary>
    Shift,

    /// <summary>Each bar from all present elements up to it.</summary>
    Scan,

    /// <summary>Each bar from the window of bars that ends with it; absent while the window is not full, or where an element in it is absent.</summary>
    Rolling,

    /// <summary>Each bar from its place among all bars by a key, or from all bars of the same key.</summary>
    Ordering,

    /// <summary>Decides which bars take part.</summary>
    Selection,

    /// <summary>One scalar from all present elements.</summary>
    Reduction,

    /// <summary>Says on which sequence an operand is evaluated. Resolved when a definition becomes a graph; never a node.</summary>
    Binding,
}
