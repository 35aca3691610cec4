using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace FactorGpu.Errors;

/// <content>Definitions written as text. Every message says where, and shows the line with a caret under the place.</content>
internal static partial class Throw
{
    /// <summary>The errors of several definitions, each a message with its place.</summary>
    [DoesNotReturn]
    internal static void Definitions(ImmutableArray<string> errors, int definitions)
        => throw new FactorDefinitionException(
            errors.Length == 1 ? errors[0] : $"{errors.Length} of {definitions} definitions have an error.\n\n{string.Join("\n\n", errors)}");

    /// <summary>Gives a message its place.</summary>
    [DoesNotReturn]
    internal static void AtPlace(DefinitionPlace place, string message) => throw new FactorDefinitionException(Located(place, message));

    [DoesNotReturn]
    internal static void UnreadableDefinitions(string path, string reason)
        => throw new FactorDefinitionException($"The definitions in {path} cannot be read: {reason} A text file in UTF-8 is needed.");

    [DoesNotReturn]
    internal static void NoName(DefinitionPlace place, string found)
        => AtPlace(place, $"A definition starts with its name and =; {found} stands there. Write name = expression, and indent a line that goes on with the one above.");

    [DoesNotReturn]
    internal static void NameIsTaken(DefinitionPlace place, string name, string meaning)
        => AtPlace(place, $"{name} is the name of a definition, but it is {meaning} already. Choose another name.");

    [DoesNotReturn]
    internal static void DefinedTwice(DefinitionPlace place, string name, string first)
        => AtPlace(place, $"{name} is defined twice, first at {first}. Keep one of the two, or rename it.");

    [DoesNotReturn]
    internal static void PartTwice(DefinitionPlace place, string part, string definition)
        => AtPlace(place, $"{part} is given twice in {definition}. Keep one of the two.");

    [DoesNotReturn]
    internal static void UnusedPart(DefinitionPlace place, string part, string setting)
        => AtPlace(place, $"{part} is a part that nothing after it uses, and no setting (nearest: {setting}). Use it, or take it out.");

    [DoesNotReturn]
    internal static void UnusedDefinition(DefinitionPlace place, string name, string kind)
        => AtPlace(
            place, $"{name} is {kind} and no definition uses it; a factor is a number of the stock-day that is made from the bars. Take a mean, sum, last, ... of it, or use it in a factor.");

    [DoesNotReturn]
    internal static void SettingOfAPart(DefinitionPlace place, string setting, string definition, string kind)
        => AtPlace(place, $"{setting} is a setting of factors; {definition} is {kind}. Take the setting out, or make a number of the stock-day of it.");

    /// <summary>The message for definitions that name each other in a circle.</summary>
    internal static string Circle(DefinitionPlace place, ImmutableArray<string> names)
        => Located(
            place, $"{names[0]} reads its own value: {string.Join(" reads ", names)} reads {names[0]}. Write one of {(names.Length == 1 ? "its uses" : "them")} without the next.");

    [DoesNotReturn]
    internal static void TextTooDeep(DefinitionPlace place)
        => AtPlace(place, "The definition is nested deeper than the stack allows, some thousand parentheses or operators one inside the other. Write it with parts: name = expression; ...");

    private static string Located(DefinitionPlace place, string message) => $"{place.Where}: {message}\n{place.Excerpt}";
}
