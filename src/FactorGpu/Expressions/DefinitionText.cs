using System;
using System.IO;
using System.Text;
using FactorGpu.Errors;

namespace FactorGpu.Expressions;

/// <summary>A text of definitions, and what messages call it.</summary>
/// <param name="Text">Definitions, <c>name = expression</c>, any number of them.</param>
/// <param name="Name">Where the text is from, such as a file name; empty leaves it out of messages.</param>
public sealed record DefinitionText(string Text, string Name = "")
{
    /// <summary>Reads a text file, UTF-8 with or without a byte order mark.</summary>
    /// <param name="path">The file; messages call the text by this.</param>
    /// <exception cref="FactorDefinitionException">The file cannot be read, or is not UTF-8.</exception>
    public static DefinitionText Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            return new DefinitionText(File.ReadAllText(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true)), path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            Throw.UnreadableDefinitions(path, e.Message);
            throw;
        }
    }
}
