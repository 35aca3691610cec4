using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Bars;

namespace FactorGpu.Expressions;

/// <summary>Finds the fields that definitions read.</summary>
internal static class DefinitionFields
{
    /// <summary>The fields that a definition's value and sample read, in tensor order, through other factors too.</summary>
    internal static ImmutableArray<BarField> ReadBy(FactorDefinition definition)
    {
        var fields = new SortedSet<BarField>();
        var seen = new HashSet<FactorDefinition>(ReferenceEqualityComparer.Instance);
        var open = new Stack<FactorDefinition>([definition]);
        while (open.TryPop(out FactorDefinition? next))
        {
            if (seen.Add(next))
            {
                Collect(next, fields, open);
            }
        }

        return [.. fields];
    }

    /// <summary>What the bars of a definition's sequence must have beyond the six fields: by what it reads itself, not through other factors (design 5).</summary>
    internal static BarRequirements RequirementsOf(FactorDefinition definition)
    {
        var fields = new SortedSet<BarField>();
        Collect(definition, fields, otherFactors: new Stack<FactorDefinition>());
        return (fields.Contains(BarField.NumTrades) ? BarRequirements.NumTrades : BarRequirements.None)
            | (fields.Contains(BarField.Vwap) ? BarRequirements.Vwap : BarRequirements.None);
    }

    private static void Collect(FactorDefinition definition, SortedSet<BarField> fields, Stack<FactorDefinition> otherFactors)
    {
        IEnumerable<Expression> parts = definition.Value(Day.Instance).Expression.Parts();
        if (definition.Observations is not null)
        {
            parts = parts.Concat(definition.Observations(Day.Instance).Expression.Parts());
        }

        foreach (Expression part in parts)
        {
            if (part.Operator == Operators.Field || part.Operator == Operators.DayValue)
            {
                fields.Add(part.Field);
            }
            else if (part.Factor is not null)
            {
                otherFactors.Push(part.Factor);
            }
        }
    }
}
