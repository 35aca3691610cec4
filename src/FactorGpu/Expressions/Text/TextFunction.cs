using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;

namespace FactorGpu.Expressions.Text;

/// <summary>A function of the text: an operator, or a method of <see cref="Series"/> or <see cref="Scalar"/> that is made of operators.</summary>
internal sealed record TextFunction
{
    public required string Name { get; init; }

    /// <summary>Other words for exactly the same.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    public required ImmutableArray<OperandRule> Operands { get; init; }

    public required ImmutableArray<string> OperandNames { get; init; }

    /// <summary>Names of whole numbers behind the operands, written <c>name=value</c> or in their order.</summary>
    public ImmutableArray<string> Attributes { get; init; } = [];

    /// <summary>What the last attributes are where they are left out.</summary>
    public ImmutableArray<int> Defaults { get; init; } = [];

    /// <summary>One line: what it gives.</summary>
    public required string Summary { get; init; }

    public required Func<ImmutableArray<Expression>, ImmutableArray<int>, Expression> Make { get; init; }

    /// <summary>How it is called: <c>lag(x, bars=1)</c>.</summary>
    internal string Signature => $"{Name}({string.Join(", ", OperandNames.Concat(Attributes.Select(Written)))})";

    internal static TextFunction Of(OperatorDescriptor op) => new()
    {
        Name = op.Name,
        Aliases = op.Aliases,
        Operands = op.Operands,
        OperandNames = op.OperandNames,
        Attributes = op.Attributes,
        Defaults = op.Defaults,
        Summary = op.Summary,
        Make = (operands, attributes) => Expression.Apply(op, attributes, operands),
    };

    /// <summary>The value of an attribute that is left out; null where it must be written.</summary>
    internal int? DefaultOf(int attribute)
    {
        int place = attribute - (Attributes.Length - Defaults.Length);
        return place < 0 ? null : Defaults[place];
    }

    private string Written(string attribute, int place)
        => DefaultOf(place) is { } value ? string.Create(CultureInfo.InvariantCulture, $"{attribute}={value}") : attribute;
}
