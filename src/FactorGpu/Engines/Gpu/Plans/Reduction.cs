using FactorGpu.Expressions;

namespace FactorGpu.Engines.Gpu.Plans;

/// <summary>One number made of all bars of a stock-day. Made and interned by a <see cref="KernelGraph"/>; equal only to itself.</summary>
internal sealed class Reduction
{
    internal Reduction(int number, ReductionForm form, Sequence sequence, ExprNode? series, Presence presence, int level)
    {
        Number = number;
        Form = form;
        Sequence = sequence;
        Series = series;
        Presence = presence;
        Level = level;
    }

    /// <summary>Position in order of first need.</summary>
    internal int Number { get; }

    internal ReductionForm Form { get; }

    internal Sequence Sequence { get; }

    /// <summary>What is reduced; null for what looks at presence alone.</summary>
    internal ExprNode? Series { get; }

    /// <summary>The bars that take part.</summary>
    internal Presence Presence { get; }

    /// <summary>Level of the program in which it is known.</summary>
    internal int Level { get; }

    /// <summary>Numbers that each work-item leaves for the fold.</summary>
    internal int PartialCount => Form == ReductionForm.Constancy ? 2 : 1;
}
