using System.Diagnostics.CodeAnalysis;

namespace FactorGpu.Errors;

/// <content>What stands inside a definition that is written as text.</content>
internal static partial class Throw
{
    [DoesNotReturn]
    internal static void NotTheEnd(DefinitionPlace place, string found, string instead)
        => AtPlace(place, $"The expression has come to its end, but {found}. Write an operator before it, or take it out.{instead}");

    [DoesNotReturn]
    internal static void Expected(DefinitionPlace place, string needed, string where, string found, string instead)
        => AtPlace(place, $"A {needed} is needed {where}, but {found}. Add it, or take out what is too much.{instead}");

    [DoesNotReturn]
    internal static void NoExpression(DefinitionPlace place, string found, string instead)
        => AtPlace(place, $"A number, a name, a function or a ( is needed here, but {found}. Complete the expression.{instead}");

    [DoesNotReturn]
    internal static void NumberTooLarge(DefinitionPlace place, string number)
        => AtPlace(place, $"The number {number} is larger than a float64 can be. Write inf for infinity.");

    [DoesNotReturn]
    internal static void UnknownName(DefinitionPlace place, string name, string nearest)
        => AtPlace(place, $"{name} is not known (nearest: {nearest}). Correct the spelling, or define it.");

    [DoesNotReturn]
    internal static void UnknownFunction(DefinitionPlace place, string name, string nearest)
        => AtPlace(place, $"There is no function {name} (nearest: {nearest}). Correct the spelling; `factorgpu functions` shows all functions.");

    [DoesNotReturn]
    internal static void WordOfOthers(DefinitionPlace place, string word, string instead)
        => AtPlace(place, $"There is no {word} here. Write {instead}.");

    [DoesNotReturn]
    internal static void FunctionWithoutOperands(DefinitionPlace place, string name, string signature)
        => AtPlace(place, $"{name} is a function and stands without operands. Write {signature}.");

    [DoesNotReturn]
    internal static void CallOfAName(DefinitionPlace place, string name)
        => AtPlace(place, $"{name} is no function, but a ( stands behind it. Write an operator between the two, or take the parentheses out.");

    [DoesNotReturn]
    internal static void WrongKind(DefinitionPlace place, string function, string taken, string operand, string given, string kind, string remedy)
        => AtPlace(place, $"{function} takes {taken}{(operand.Length == 0 ? "" : $" for {operand}")}; {given} is {kind}. {remedy}");

    [DoesNotReturn]
    internal static void OperandCount(DefinitionPlace place, string name, string signature, int given, string? instead)
        => AtPlace(place, $"{name} was given {given} operand{(given == 1 ? "" : "s")}; it is {signature}. {(instead is null ? "Correct their number." : $"With {given} operands write {instead}.")}");

    [DoesNotReturn]
    internal static void OperandBehindAttribute(DefinitionPlace place, string signature)
        => AtPlace(place, $"An operand stands behind one that has a name; the function is {signature}. Put those with names last.");

    [DoesNotReturn]
    internal static void UnknownAttribute(DefinitionPlace place, string function, string attribute, string signature)
        => AtPlace(place, $"{function} was given {attribute}=...; it is {signature}. Write == for a comparison.");

    [DoesNotReturn]
    internal static void AttributeTwice(DefinitionPlace place, string function, string attribute)
        => AtPlace(place, $"{function} was given {attribute} twice. Keep one of the two.");

    [DoesNotReturn]
    internal static void MissingAttribute(DefinitionPlace place, string function, string attribute, string signature)
        => AtPlace(place, $"{function} was given no {attribute}; it is {signature}. Write {attribute}=... as its last operand.");

    [DoesNotReturn]
    internal static void NotAWholeNumber(DefinitionPlace place, string function, string attribute, string given)
        => AtPlace(place, $"{function} takes a whole number for {attribute}; {given} is none. Write it in digits.");

    [DoesNotReturn]
    internal static void UnknownScope(DefinitionPlace place, string found)
        => AtPlace(place, $"The scope is all, slots 0..241, or core, slots 1..237, but {found}. Write one of the two.");

    [DoesNotReturn]
    internal static void NotACount(DefinitionPlace place, string found)
        => AtPlace(place, $"min_observations is a whole number in digits, but {found}. Write one.");

    [DoesNotReturn]
    internal static void NotQuoted(DefinitionPlace place, string found)
        => AtPlace(place, $"The setting is text in double quotes, but {found}. Write \"...\".");
}
