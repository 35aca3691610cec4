using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using FactorGpu.Errors;
using FactorGpu.Expressions;
using FactorGpu.Expressions.Text;

namespace FactorGpu.Factors;

/// <summary>Factors written as text, one <c>name = expression</c> each, as in <c>my_var = var(where(ret, ret &lt; 0), ddof=0)</c>.</summary>
/// <remarks>
/// <para>A definition starts with a line that is not indented, and goes on over the lines that are; <c>#</c> starts a comment. Definitions may name each other in any order, and the
/// factors of the <see cref="FactorCatalogue"/>: a factor inside another is the number that it has on its own (<see cref="FactorDefinition.AsScalar"/>). A definition of a series or of a
/// condition is a part that factors of the same texts use, not a factor.</para>
/// <para>The text gives what the methods of <see cref="Series"/>, <see cref="Condition"/> and <see cref="Scalar"/> give, and costs the same. <see cref="Reference"/> lists words and functions.</para>
/// </remarks>
public static class FactorDefinitions
{
    private static readonly KnownFactors s_catalogue = Known([]);

    /// <summary>Everything that can be written in a definition, one line each: words, operators, functions, settings.</summary>
    public static string Reference => LanguageReference.Text;

    /// <summary>Reads definitions.</summary>
    /// <param name="text">Any number of definitions.</param>
    /// <param name="others">Factors that the text may name beside those of the catalogue, by id or alias; they are not returned.</param>
    /// <returns>The factors, in the order of the text.</returns>
    /// <exception cref="FactorDefinitionException">There are errors; the message shows all of them, each with its line, a caret under the place, and the nearest known name.</exception>
    public static ImmutableArray<FactorDefinition> Parse(string text, params IEnumerable<FactorDefinition> others)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Parse([new DefinitionText(text)], others);
    }

    /// <summary>Reads the definitions of a file.</summary>
    /// <param name="path">Text file, UTF-8.</param>
    /// <param name="others">Factors that the file may name beside those of the catalogue, by id or alias; they are not returned.</param>
    /// <returns>The factors, in the order of the file.</returns>
    /// <exception cref="FactorDefinitionException">The file cannot be read, or there are errors; the message shows all of them.</exception>
    public static ImmutableArray<FactorDefinition> Load(string path, params IEnumerable<FactorDefinition> others) => Parse([DefinitionText.Load(path)], others);

    /// <summary>Reads definitions of several texts, which may name each other.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="others">Factors that they may name beside those of the catalogue, by id or alias; they are not returned.</param>
    /// <returns>The factors, in the order of the texts.</returns>
    /// <exception cref="FactorDefinitionException">There are errors; the message shows all of them.</exception>
    public static ImmutableArray<FactorDefinition> Parse(IEnumerable<DefinitionText> texts, params IEnumerable<FactorDefinition> others)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(others);
        ImmutableArray<FactorDefinition> beside = [.. others];
        return DefinitionReader.Read(texts, beside.IsEmpty ? s_catalogue : Known(beside));
    }

    private static KnownFactors Known(ImmutableArray<FactorDefinition> others)
        => new(FactorCatalogue.All.Concat(others), FactorCatalogue.Sets.Select(set => set.Name));
}
