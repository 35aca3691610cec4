using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace FactorGpu.Tests.Architecture;

/// <summary>Native functions are declared in folders called Native and nowhere else.</summary>
internal static partial class NativeCallRule
{
    /// <summary>The broken rules of one source, in words.</summary>
    internal static IEnumerable<string> Check(SourceFile source)
        => source.Path.Contains("/Native/", StringComparison.Ordinal)
            ? []
            : Import().Matches(source.Text).Select(m => $"{source.Path} declares a native function with {m.Groups["kind"].Value}; that belongs into a Native folder.");

    [GeneratedRegex(@"\b(?<kind>DllImport|LibraryImport)(Attribute)?\s*\(")]
    private static partial Regex Import();
}
