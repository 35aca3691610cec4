using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Bars;

namespace FactorGpu.Expressions;

/// <summary>Finds the fields that definitions read.</summary>
internal static class DefinitionFields
{
    /// <summary>The fields that a definition's value and observations read, in tensor order, through other factors too.</summary>
    internal static ImmutableArray<BarField> ReadBy(FactorDefinition definition)
    {
        var fields = new SortedSet<BarField>();
        var seen = new HashSet<FactorDefinition>(ReferenceEqualityComparer.Instance) { definition };
        var open = new Stack<FactorDefinition>([definition]);
        while (open.TryPop(out FactorDefinition? next))
        {
            foreach (Expression part in Parts(next.Value(Day.Instance).Expression, next.Observations?.Invoke(Day.Instance).Expression))
            {
                if (part.Operator.ReadsField)
                {
                    fields.Add(part.Field);
                }
                else if (part.Factor is not null && seen.Add(part.Factor))
                {
                    open.Push(part.Factor);
                }
            }
        }

        return [.. fields];
    }

    /// <summary>What the bars of a definition's sequence must have beyond the six fields: by what it reads itself, not through other factors (design 5).</summary>
    internal static BarRequirements RequirementsOf(Expression value, Expression? observations)
    {
        BarRequirements requirements = BarRequirements.None;
        foreach (Expression part in Parts(value, observations).Where(part => part.Operator.ReadsField))
        {
            requirements |= part.Field switch
            {
                BarField.NumTrades => BarRequirements.NumTrades,
                BarField.Vwap => BarRequirements.Vwap,
                _ => BarRequirements.None,
            };
        }

        return requirements;
    }

    private static IEnumerable<Expression> Parts(Expression value, Expression? observations)
        => observations is null ? value.Parts() : value.Parts().Concat(observations.Parts());
}
