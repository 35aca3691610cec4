using System.IO;
using System.Text;

namespace FactorGpu.Cli;

/// <summary>Where the tool writes: results to one stream, words to the other.</summary>
internal sealed class ToolStreams
{
    private readonly bool _isTerminal;

    /// <param name="results">Standard output.</param>
    /// <param name="words">Standard error.</param>
    /// <param name="isTerminal">True when the words go to a terminal, where a line can be drawn again.</param>
    internal ToolStreams(Stream results, TextWriter words, bool isTerminal)
    {
        _isTerminal = isTerminal;
        Results = results;
        Words = words;
    }

    /// <summary>Standard output: factor values, lists, descriptions.</summary>
    internal Stream Results { get; }

    /// <summary>Standard error: what was read, what was done, what is wrong.</summary>
    internal TextWriter Words { get; }

    /// <summary>Writes a text of results, UTF-8.</summary>
    internal void WriteResult(string text) => Results.Write(Encoding.UTF8.GetBytes(text));

    /// <summary>A line that says how far the work is: drawn on a terminal, silent anywhere else.</summary>
    /// <param name="work">What is being done, such as <c>computing</c>.</param>
    internal ProgressLine Progress(string work) => new(_isTerminal ? Words : null, work);
}
