using System;
using System.Collections.Immutable;
using System.Linq;

namespace FactorGpu.Expressions;

/// <summary>One row of the operator table: everything that is known of an operator but how to compute it. Equal only to itself.</summary>
internal sealed class OperatorDescriptor
{
    private readonly ImmutableArray<string> _operandNames;

    /// <summary>The operator's name, lower snake; the same word in every engine and test, there in Pascal.</summary>
    public required string Name { get; init; }

    public required OperatorKind Kind { get; init; }

    /// <summary>What each operand may be; as many as the operator takes.</summary>
    public ImmutableArray<OperandRule> Operands { get; init; } = [];

    /// <summary>What the operands are called: as given, or x, y, z for series, condition for the only condition, a, b, c for the others.</summary>
    public ImmutableArray<string> OperandNames
    {
        get => _operandNames.IsDefault ? UsualNames() : _operandNames;
        init => _operandNames = value;
    }

    public required ResultRule Result { get; init; }

    /// <summary>Names of the whole numbers that belong to the operator itself, such as <c>bars</c> of a lag.</summary>
    public ImmutableArray<string> Attributes { get; init; } = [];

    /// <summary>What attributes are in text that leaves them out: the last ones of <see cref="Attributes"/>, as the C# method has them.</summary>
    public ImmutableArray<int> Defaults { get; init; } = [];

    /// <summary>Refuses attributes that the operator, whose name it is given, cannot have; null where it can have any.</summary>
    public Action<string, ImmutableArray<int>>? Check { get; init; }

    /// <summary>Words of pandas, Qlib or WorldQuant for exactly this operator, which text may use in place of <see cref="Name"/>.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>True when the result is known only after a sweep over all bars, so that whatever uses it needs another sweep.</summary>
    public bool EndsSweep { get; init; }

    public Exactness Exactness { get; init; } = Exactness.Bitwise;

    /// <summary>The infix symbol in printed text, if the operator has one.</summary>
    public string? Symbol { get; init; }

    /// <summary>How tightly <see cref="Symbol"/> binds; higher binds tighter.</summary>
    public int Precedence { get; init; }

    /// <summary>One line for users: what the operator gives, with its rules for absent, NaN and ties.</summary>
    public required string Summary { get; init; }

    /// <summary>The operator's name in Pascal, as engines and tests spell it: <c>TopFraction</c>.</summary>
    public string PascalName => string.Concat(Name.Split('_').Select(part => char.ToUpperInvariant(part[0]) + part[1..]));

    /// <summary>True for the sources that read a field of the bars or of the day.</summary>
    public bool ReadsField => Kind == OperatorKind.Source && !Attributes.IsEmpty;

    /// <summary>What the operator gives.</summary>
    /// <param name="isOverSeries">True when an operand is a series, of numbers or of truths.</param>
    public ValueKind ResultKind(bool isOverSeries) => Result switch
    {
        ResultRule.Scalar => ValueKind.Scalar,
        ResultRule.ScalarCondition => ValueKind.ScalarCondition,
        ResultRule.Series => ValueKind.Series,
        ResultRule.SeriesCondition => ValueKind.SeriesCondition,
        ResultRule.WidestNumber => isOverSeries ? ValueKind.Series : ValueKind.Scalar,
        _ => isOverSeries ? ValueKind.SeriesCondition : ValueKind.ScalarCondition,
    };

    /// <summary>True when the operand at <paramref name="position"/> may be of this kind.</summary>
    public bool Accepts(int position, ValueKind operand) => Operands[position].Accepts(operand);

    private ImmutableArray<string> UsualNames()
    {
        bool hasOneCondition = Operands.Count(IsCondition) == 1;
        var names = ImmutableArray.CreateBuilder<string>();
        foreach (OperandRule rule in Operands)
        {
            char first = rule == OperandRule.Series ? 'x' : 'a';
            int before = Operands.Take(names.Count).Count(other => (other == OperandRule.Series) == (rule == OperandRule.Series) && !IsCondition(other));
            names.Add(hasOneCondition && IsCondition(rule) ? "condition" : ((char)(first + before)).ToString());
        }

        return names.ToImmutable();
    }

    private static bool IsCondition(OperandRule rule) => rule is OperandRule.Condition or OperandRule.SeriesCondition;
}
