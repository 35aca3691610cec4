using FactorGpu.Bars;

namespace FactorGpu.Expressions;

/// <summary>A compressed list of the bars of a stock-day (design 2): scope, what the bars must have, and an optional condition. Made and interned by a graph; equal only to itself.</summary>
internal sealed class Sequence
{
    internal Sequence(BarScope scope, BarRequirements requirements, ExprNode? condition)
    {
        Scope = scope;
        Requirements = requirements;
        Condition = condition;
    }

    internal BarScope Scope { get; }

    internal BarRequirements Requirements { get; }

    /// <summary>Keeps the bars of <see cref="Parent"/> where it is true; null keeps all bars of the scope that have what is required.</summary>
    internal ExprNode? Condition { get; }

    /// <summary>The sequence that <see cref="Condition"/> belongs to.</summary>
    internal Sequence? Parent => Condition?.Sequence;
}
