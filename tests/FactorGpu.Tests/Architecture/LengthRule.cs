using System.Collections.Generic;
using System.Linq;

namespace FactorGpu.Tests.Architecture;

/// <summary>No source is longer than a reader's patience.</summary>
internal static class LengthRule
{
    internal const int MostLines = 400;

    /// <summary>The broken rules of one source, in words.</summary>
    internal static IEnumerable<string> Check(SourceFile source)
    {
        int lines = source.Text.TrimEnd('\r', '\n').Count(c => c == '\n') + 1;
        if (lines > MostLines)
        {
            yield return $"{source.Path} has {lines} lines; {MostLines} are the most. Split it by topic.";
        }
    }
}
