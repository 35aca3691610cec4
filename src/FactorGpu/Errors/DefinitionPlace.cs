namespace FactorGpu.Errors;

/// <summary>A place in the text of definitions.</summary>
/// <param name="Where">Source, line and column in words: <c>mine.txt, line 3, column 14</c>.</param>
/// <param name="Excerpt">The line of text, and under it a line with a caret at the place.</param>
internal readonly record struct DefinitionPlace(string Where, string Excerpt);
