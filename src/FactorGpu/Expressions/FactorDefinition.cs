using System;
using System.Collections.Immutable;
using FactorGpu.Bars;

using FactorGpu.Expressions.Text;

namespace FactorGpu.Expressions;

/// <summary>A factor: a named scalar expression over one stock-day, with what must be known to read its value.</summary>
/// <remarks>
/// A definition of one's own needs an id and a value:
/// <code>new FactorDefinition { Id = "my_var", Value = day => day.Return.Where(day.Return &lt; 0).Var(ddof: 0) }</code>
/// Around every value stand the edge rules of catalogue 1.7: NaN for a stock-day without volume (E0),
/// NaN below <see cref="MinObservations"/> (E2), NaN for an infinite value (E4), NaN when a selection picks no bar or its key is NaN somewhere (E6).
/// </remarks>
public sealed record FactorDefinition
{
    /// <summary>The name in factor lists and result columns, such as <c>return_downward_var</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The value, written once for all engines.</summary>
    public required Func<Day, Scalar> Value { get; init; }

    /// <summary>The slots that the factor takes its bars from.</summary>
    public BarScope Scope { get; init; } = BarScope.All;

    /// <summary>The least number of <see cref="Observations"/>; below, the value is NaN.</summary>
    public int MinObservations { get; init; } = 1;

    /// <summary>How many observations there are, such as <c>day => day.Return.Count()</c>; null counts the bars of the factor's sequence.</summary>
    public Func<Day, Scalar>? Observations { get; init; }

    /// <summary>What <see cref="Observations"/> are, in words.</summary>
    public string ObservationsAre { get; init; } = "valid bars in scope";

    /// <summary>S of the comparison rule (catalogue 1.8): x and y agree when |x - y| is at most 1e-12 max(|x|, |y|, S).</summary>
    public double ToleranceScale { get; init; } = 1;

    /// <summary>The factor whose value on the same stock-day is S, in place of <see cref="ToleranceScale"/>: for differences of near-equal numbers. Null for most.</summary>
    public FactorDefinition? ToleranceScaleFactor { get; init; }

    /// <summary>Why the factor is computed in double precision in programs of single precision too; null where single keeps |x - y| within 1e-4 max(|y|, IQR over the day).</summary>
    public string? NeedsDouble { get; init; }

    /// <summary>Sign of the published relation to later returns, +1 or -1; null where none was found.</summary>
    public int? Direction { get; init; }

    /// <summary>Other names of the same factor.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>Names in use for something near but not equal, with the difference.</summary>
    public ImmutableArray<string> NearVariants { get; init; } = [];

    /// <summary>Chinese name.</summary>
    public string ChineseName { get; init; } = "";

    /// <summary>Section of the catalogue, one capital; empty for a factor that is not in it.</summary>
    public string Section { get; init; } = "";

    /// <summary>Category, as the catalogue writes it.</summary>
    public string Category { get; init; } = "";

    /// <summary>Place among the Huatai-50.</summary>
    public Huatai50Place Huatai50 { get; init; } = Huatai50Place.None;

    /// <summary>Where the name and the formula were published.</summary>
    public string Source { get; init; } = "";

    /// <summary>Found, reconstructed or own.</summary>
    public Provenance Provenance { get; init; } = Provenance.Own;

    /// <summary>How sure the catalogue is of the definition.</summary>
    public string Confidence { get; init; } = "";

    /// <summary>The formula in the catalogue's notation.</summary>
    public string Formula { get; init; } = "";

    /// <summary>Edge rules beyond E0..E9.</summary>
    public string EdgeRule { get; init; } = "general rules only";

    /// <summary>Remarks: where a source is silent or wrong, and what was chosen.</summary>
    public string Note { get; init; } = "";

    /// <summary>The fields that the definition reads, in tensor order; what it reads through another factor included.</summary>
    public ImmutableArray<BarField> Inputs => DefinitionFields.ReadBy(this);

    /// <summary>The value of this factor inside another one: evaluated on its own sequence, with its own edge rules.</summary>
    public Scalar AsScalar() => new(FactorGpu.Expressions.Expression.OfFactor(this));

    /// <summary>The expression as text: <c>var(where(ret, ret &lt; 0), ddof=0)</c>.</summary>
    public string Expression => ExpressionPrinter.Print(Value(Day.Instance).Expression);

    /// <summary>The definition as text that parses back to the same value: <c>my_var = var(where(ret, ret &lt; 0), ddof=0)</c>.</summary>
    /// <returns>
    /// One line; or the id on a line, then indented lines, for scope, observations and tolerance that are not the usual ones, for <see cref="NeedsDouble"/>,
    /// and for parts of a long expression. Other factors in it are named by their ids. What is only told of a factor, such as its source or its note, is not in it.
    /// </returns>
    public string ToText() => DefinitionPrinter.Print(this);

    /// <summary>The id.</summary>
    public override string ToString() => Id;
}
