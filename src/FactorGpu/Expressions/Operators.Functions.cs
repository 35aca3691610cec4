namespace FactorGpu.Expressions;

/// <content>Functions of one number that are not IEEE arithmetic, but for floor: accurate to a few units in the last place, so they never decide.</content>
internal static partial class Operators
{
    internal static OperatorDescriptor Floor { get; } = new()
    {
        Name = "floor",
        Kind = OperatorKind.Elementwise,
        Operands = [OperandRule.Number],
        Result = ResultRule.WidestNumber,
        Summary = "The largest whole number not above a.",
    };

    internal static OperatorDescriptor Log { get; } = new()
    {
        Name = "log",
        Kind = OperatorKind.Elementwise,
        Operands = [OperandRule.Number],
        Result = ResultRule.WidestNumber,
        Exactness = Exactness.Elementary,
        Summary = "Natural logarithm of a; minus infinity at 0, NaN below.",
    };

    internal static OperatorDescriptor Log1p { get; } = new()
    {
        Name = "log1p",
        Kind = OperatorKind.Elementwise,
        Operands = [OperandRule.Number],
        Result = ResultRule.WidestNumber,
        Exactness = Exactness.Elementary,
        Summary = "ln(1 + a), accurate for small a too; minus infinity at -1, NaN below.",
    };

    internal static OperatorDescriptor Exp { get; } = new()
    {
        Name = "exp",
        Kind = OperatorKind.Elementwise,
        Operands = [OperandRule.Number],
        Result = ResultRule.WidestNumber,
        Exactness = Exactness.Elementary,
        Summary = "e to the power a.",
    };

    internal static OperatorDescriptor Expm1 { get; } = new()
    {
        Name = "expm1",
        Kind = OperatorKind.Elementwise,
        Operands = [OperandRule.Number],
        Result = ResultRule.WidestNumber,
        Exactness = Exactness.Elementary,
        Summary = "e to the power a, less 1, accurate for small a too.",
    };

    internal static OperatorDescriptor Atan { get; } = new()
    {
        Name = "atan",
        Kind = OperatorKind.Elementwise,
        Operands = [OperandRule.Number],
        Result = ResultRule.WidestNumber,
        Exactness = Exactness.Elementary,
        Summary = "Arc tangent of a, in radians between -pi/2 and pi/2.",
    };

    internal static OperatorDescriptor Erfc { get; } = new()
    {
        Name = "erfc",
        Kind = OperatorKind.Elementwise,
        Operands = [OperandRule.Number],
        Result = ResultRule.WidestNumber,
        Exactness = Exactness.Elementary,
        Summary = "Complementary error function of a, accurate in relative terms where it is small too: the normal distribution function is erfc(-x / sqrt(2)) / 2.",
    };

    internal static OperatorDescriptor Cbrt { get; } = new()
    {
        Name = "cbrt",
        Kind = OperatorKind.Elementwise,
        Operands = [OperandRule.Number],
        Result = ResultRule.WidestNumber,
        Exactness = Exactness.Elementary,
        Summary = "Cube root of a, of the sign of a.",
    };
}
