using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace FactorGpu.Tests.Architecture;

/// <summary>Folder = namespace, and file = its one top-level type. Declarations are found at the start of a line, where the formatter puts them.</summary>
internal static partial class PlaceRule
{
    /// <summary>The broken rules of one source, in words.</summary>
    /// <param name="source">A file below <paramref name="project"/>.</param>
    /// <param name="project">Folder of the project; its last part is the project's root namespace.</param>
    internal static IEnumerable<string> Check(SourceFile source, string project)
    {
        string folder = source.FolderIn(project);
        string root = project[(project.LastIndexOf('/') + 1)..];
        string expected = folder.Length == 0 ? root : $"{root}.{folder.Replace('/', '.')}";
        string[] namespaces = [.. Namespace().Matches(source.Text).Select(m => m.Groups["name"].Value)];
        if (namespaces is not [var only] || only != expected)
        {
            yield return $"{source.Path} declares the namespace {Listed(namespaces)}; its folder says {expected}.";
        }

        string[] types = [.. Type().Matches(source.Text).Select(m => m.Groups["name"].Value)];
        if (types is not [var type] || type != source.Stem)
        {
            yield return $"{source.Path} declares {Listed(types)} at its top; its name says {source.Stem} alone.";
        }
    }

    private static string Listed(string[] names) => names.Length == 0 ? "(none)" : string.Join(", ", names);

    [GeneratedRegex(@"^namespace (?<name>[\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(
        @"^(public|internal|file) ((static|sealed|abstract|readonly|ref|partial|unsafe) )*((class|struct|interface|enum|record( class| struct)?) (?<name>\w+)|delegate [^(]* (?<name>\w+)(<[^(]*>)?\()",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Type();
}
