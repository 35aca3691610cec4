namespace FactorGpu.Expressions;

/// <content>Bar by bar, or on scalars.</content>
internal static partial class Operators
{
    internal static OperatorDescriptor Add { get; } = new()
    {
        Name = "add",
        Kind = OperatorKind.Elementwise,
        Operands = [OperandRule.Number, OperandRule.Number],
        Result = ResultRule.WidestNumber,
        Symbol = "+",
        Precedence = 5,
        Summary = "a + b.",
    };

    internal static OperatorDescriptor Subtract { get; } = new()
    {
        Name = "subtract",
        Kind = OperatorKind.Elementwise,
        Operands = [OperandRule.Number, OperandRule.Number],
        Result = ResultRule.WidestNumber,
        Symbol = "-",
        Precedence = 5,
        Summary = "a - b.",
    };

    internal static OperatorDescriptor Multiply { get; } = new()
    {
        Name = "multiply",
        Kind = OperatorKind.Elementwise,
        Operands = [OperandRule.Number, OperandRule.Number],
        Result = ResultRule.WidestNumber,
        Symbol = "*",
        Precedence = 6,
        Summary = "a * b.",
    };

    internal static OperatorDescriptor Divide { get; } = new()
    {
        Name = "divide",
        Kind = OperatorKind.Elementwise,
        Operands = [OperandRule.Number, OperandRule.Number],
        Result = ResultRule.WidestNumber,
        Symbol = "/",
        Precedence = 6,
        Summary = "a / b; NaN where b is 0, of whatever sign.",
    };

    internal static OperatorDescriptor Negate { get; } = new()
    {
        Name = "negate",
        Kind = OperatorKind.Elementwise,
        Operands = [OperandRule.Number],
        Result = ResultRule.WidestNumber,
        Symbol = "-",
        Precedence = 7,
        Summary = "-a.",
    };

    internal static OperatorDescriptor Abs { get; } = new()
    {
        Name = "abs",
        Kind = OperatorKind.Elementwise,
        Operands = [OperandRule.Number],
        Result = ResultRule.WidestNumber,
        Summary = "Magnitude of a.",
    };

    internal static OperatorDescriptor Sqrt { get; } = new()
    {
        Name = "sqrt",
        Kind = OperatorKind.Elementwise,
        Operands = [OperandRule.Number],
        Result = ResultRule.WidestNumber,
        Summary = "Square root of a, correctly rounded; NaN where a is below 0.",
    };

    internal static OperatorDescriptor Minimum { get; } = new()
    {
        Name = "minimum",
        Kind = OperatorKind.Elementwise,
        Operands = [OperandRule.Number, OperandRule.Number],
        Result = ResultRule.WidestNumber,
        Summary = "The smaller of a and b; NaN if either is.",
    };

    internal static OperatorDescriptor Maximum { get; } = new()
    {
        Name = "maximum",
        Kind = OperatorKind.Elementwise,
        Operands = [OperandRule.Number, OperandRule.Number],
        Result = ResultRule.WidestNumber,
        Summary = "The larger of a and b; NaN if either is.",
    };

    internal static OperatorDescriptor Finite { get; } = new()
    {
        Name = "finite",
        Kind = OperatorKind.Elementwise,
        Operands = [OperandRule.Number],
        Result = ResultRule.WidestNumber,
        Summary = "a, or NaN where a is infinite.",
    };

    internal static OperatorDescriptor Less { get; } = new()
    {
        Name = "less",
        Kind = OperatorKind.Elementwise,
        Operands = [OperandRule.Number, OperandRule.Number],
        Result = ResultRule.WidestCondition,
        Symbol = "<",
        Precedence = 4,
        Summary = "True where a < b; false where either is NaN.",
    };

    internal static OperatorDescriptor LessOrEqual { get; } = new()
    {
        Name = "less_or_equal",
        Kind = OperatorKind.Elementwise,
        Operands = [OperandRule.Number, OperandRule.Number],
        Result = ResultRule.WidestCondition,
        Symbol = "<=",
        Precedence = 4,
        Summary = "True where a <= b; false where either is NaN.",
    };

    internal static OperatorDescriptor Greater { get; } = new()
    {
        Name = "greater",
        Kind = OperatorKind.Elementwise,
        Operands = [OperandRule.Number, OperandRule.Number],
        Result = ResultRule.WidestCondition,
        Symbol = ">",
        Precedence = 4,
        Summary = "True where a > b; false where either is NaN.",
    };

    internal static OperatorDescriptor GreaterOrEqual { get; } = new()
    {
        Name = "greater_or_equal",
        Kind = OperatorKind.Elementwise,
        Operands = [OperandRule.Number, OperandRule.Number],
        Result = ResultRule.WidestCondition,
        Symbol = ">=",
        Precedence = 4,
        Summary = "True where a >= b; false where either is NaN.",
    };

    internal static OperatorDescriptor Equal { get; } = new()
    {
        Name = "equal",
        Kind = OperatorKind.Elementwise,
        Operands = [OperandRule.Number, OperandRule.Number],
        Result = ResultRule.WidestCondition,
        Symbol = "==",
        Precedence = 4,
        Summary = "True where a == b exactly; false where either is NaN.",
    };

    internal static OperatorDescriptor NotEqual { get; } = new()
    {
        Name = "not_equal",
        Kind = OperatorKind.Elementwise,
        Operands = [OperandRule.Number, OperandRule.Number],
        Result = ResultRule.WidestCondition,
        Symbol = "!=",
        Precedence = 4,
        Summary = "True where a != b; true where either is NaN.",
    };

    internal static OperatorDescriptor And { get; } = new()
    {
        Name = "and",
        Kind = OperatorKind.Elementwise,
        Operands = [OperandRule.Condition, OperandRule.Condition],
        Result = ResultRule.WidestCondition,
        Symbol = "&",
        Precedence = 3,
        Summary = "True where both are.",
    };

    internal static OperatorDescriptor Or { get; } = new()
    {
        Name = "or",
        Kind = OperatorKind.Elementwise,
        Operands = [OperandRule.Condition, OperandRule.Condition],
        Result = ResultRule.WidestCondition,
        Symbol = "|",
        Precedence = 2,
        Summary = "True where either is.",
    };

    internal static OperatorDescriptor Not { get; } = new()
    {
        Name = "not",
        Kind = OperatorKind.Elementwise,
        Operands = [OperandRule.Condition],
        Result = ResultRule.WidestCondition,
        Symbol = "!",
        Precedence = 7,
        Summary = "True where a is false.",
    };

    internal static OperatorDescriptor IfElse { get; } = new()
    {
        Name = "if_else",
        Kind = OperatorKind.Elementwise,
        Operands = [OperandRule.Condition, OperandRule.Number, OperandRule.Number],
        Result = ResultRule.WidestNumber,
        Aliases = ["if"],
        Summary = "a where the condition is true, b where it is false; absent where any of the three is.",
    };
}
