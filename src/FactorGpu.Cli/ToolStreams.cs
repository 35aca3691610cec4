using System.IO;
using System.Text;

namespace FactorGpu.Cli;

/// <summary>Where the tool writes: results to one stream, words to the other.</summary>
internal sealed class ToolStreams
{
    internal ToolStreams(Stream results, TextWriter words)
    {
        Results = results;
        Words = words;
    }

    /// <summary>Standard output: factor values, lists, descriptions.</summary>
    internal Stream Results { get; }

    /// <summary>Standard error: what was read, what was done, what is wrong.</summary>
    internal TextWriter Words { get; }

    /// <summary>Writes a text of results, UTF-8.</summary>
    internal void WriteResult(string text) => Results.Write(Encoding.UTF8.GetBytes(text));
}
