using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using FactorGpu.Engines.Gpu.Plans;
using FactorGpu.Expressions;

namespace FactorGpu.Engines.Gpu.Text;

/// <summary>What everything that is written of one kernel refers to.</summary>
internal sealed class KernelContext
{
    private readonly FrozenDictionary<Reduction, int> _results;
    private readonly FrozenDictionary<Reduction, int> _scratch;
    private readonly FrozenSet<ExprNode> _stored;

    internal KernelContext(KernelPlan plan, PlannedKernel kernel, KernelDialect dialect)
    {
        Plan = plan;
        Kernel = kernel;
        Dialect = dialect;
        Element = dialect.Numbers(plan.Precision);
        Scalar = dialect.Numbers(plan.ScalarPrecision);
        _results = Places(kernel.Results);
        _scratch = Places(plan.Scratch);
        _stored = kernel.Stored.ToFrozenSet();
    }

    internal KernelPlan Plan { get; }

    internal PlannedKernel Kernel { get; }

    internal KernelDialect Dialect { get; }

    /// <summary>The type of elements.</summary>
    internal NumberWords Element { get; }

    /// <summary>The type of scalars.</summary>
    internal NumberWords Scalar { get; }

    internal KernelGraph Graph => Plan.Graph;

    internal int W => Plan.WorkItems;

    /// <summary>True for a series whose elements are kept in local memory.</summary>
    internal bool IsStored(ExprNode series) => _stored.Contains(series);

    /// <summary>Where the number of a reduction is read.</summary>
    internal string ResultOf(Reduction reduction)
        => _results.TryGetValue(reduction, out int place) ? Invariant($"results[{place}]") : ScratchPlace(_scratch[reduction]);

    /// <summary>Place of a reduction among the kernel's results.</summary>
    internal int PlaceOf(Reduction reduction) => _results[reduction];

    /// <summary>A row of <c>scratch</c> at the group's stock.</summary>
    internal string ScratchPlace(int x) => At("scratch", x);

    /// <summary>An element of a buffer [.., S] at the group's stock.</summary>
    internal string At(string buffer, int row) => $"{buffer}[{Row(row)}]";

    /// <summary>The group's stock in a row of stocks.</summary>
    internal string Row(int row) => Invariant($"({Dialect.ULong}){row} * S + s");

    /// <summary>The array with the elements of a stored series.</summary>
    internal string Array(ExprNode series) => Invariant($"m{Graph.NumberOf(series)}");

    /// <summary>The array with a byte for every bar: which bars a selection has, their ranks, or where a series is present.</summary>
    internal string Marks(ExprNode node) => Invariant($"marks{Graph.NumberOf(node)}");

    /// <summary>Bars that a work-item has at most.</summary>
    internal int Share => LocalMemory.BarCount / W;

    /// <summary>Number of bars of a sequence.</summary>
    internal string Length(Sequence sequence) => $"n_{Graph.LetterOf(sequence)}";

    /// <summary>The array with the slots of a sequence's bars.</summary>
    internal string Slots(Sequence sequence) => $"{Graph.LetterOf(sequence)}_slot";

    /// <summary>Number of bars of a sequence that lie below a slot.</summary>
    internal string Below(Sequence sequence, string slot) => $"rank({Words(sequence)}, {slot})";

    /// <summary>The four words that hold the slots of a sequence as bits.</summary>
    internal string Words(Sequence sequence)
    {
        string letter = Graph.LetterOf(sequence);
        return $"{letter}_w0, {letter}_w1, {letter}_w2, {letter}_w3";
    }

    /// <summary>Head of the loop in which a work-item meets its bars.</summary>
    internal string BarLoop(Sequence sequence) => Invariant($"for (int i = j; i < {Length(sequence)}; i += {W})");

    /// <summary>Writes the loop over all places of a work-item, p-th after p-th, whether there is a bar at the place i or not.</summary>
    internal void EachOwn(KernelWriter lines, Action inside) => lines.Block(Invariant($"for (int p = 0; p < {Share}; ++p)"), () =>
    {
        lines.Line(Invariant($"const int i = j + p * {W};"));
        inside();
    });

    /// <summary>Declares an array with a number of every bar in the memory that steps share, the n-th there.</summary>
    internal string SharedArray(string type, string name, int n)
        => Invariant($"{Dialect.LocalPointer}{type}* {name} = ({Dialect.LocalPointer}{type}*)work + {n * LocalMemory.BarCount};");

    /// <summary>An element in the type of scalars.</summary>
    internal string Widened(string element) => Element == Scalar ? element : $"({Scalar.Type}){element}";

    /// <summary>A scalar in the type of elements.</summary>
    internal string Narrowed(string scalar) => Element == Scalar ? scalar : $"({Element.Type}){scalar}";

    internal static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static FrozenDictionary<Reduction, int> Places(IEnumerable<Reduction> reductions)
        => reductions.Select((reduction, place) => (reduction, place)).ToFrozenDictionary(row => row.reduction, row => row.place);
}
