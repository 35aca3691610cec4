using System.Collections.Generic;
using System.Text.RegularExpressions;

namespace FactorGpu.Tests.Architecture;

/// <summary>Every source states its usings and has one file-scoped namespace; no project turns implicit usings on.</summary>
internal static partial class FormRule
{
    /// <summary>The broken rules of one C# source, in words.</summary>
    internal static IEnumerable<string> CheckSource(SourceFile source)
    {
        if (GlobalUsing().IsMatch(source.Text))
        {
            yield return $"{source.Path} has a global using; state usings in each file.";
        }

        if (FileScopedNamespace().Count(source.Text) != 1 || BlockNamespace().IsMatch(source.Text))
        {
            yield return $"{source.Path} needs one file-scoped namespace.";
        }
    }

    /// <summary>The broken rules of one project or settings file, in words.</summary>
    internal static IEnumerable<string> CheckProject(SourceFile project)
    {
        if (ImplicitUsings().IsMatch(project.Text))
        {
            yield return $"{project.Path} turns implicit usings on; state usings in each file.";
        }

        if (ProjectUsing().IsMatch(project.Text))
        {
            yield return $"{project.Path} adds a using to every file; state usings in each file.";
        }
    }

    [GeneratedRegex("^global using ", RegexOptions.Multiline)]
    private static partial Regex GlobalUsing();

    [GeneratedRegex(@"^namespace [\w.]+;", RegexOptions.Multiline)]
    private static partial Regex FileScopedNamespace();

    [GeneratedRegex(@"^namespace [\w.]+\s*(\{|$)", RegexOptions.Multiline)]
    private static partial Regex BlockNamespace();

    [GeneratedRegex(@"<ImplicitUsings>(?!\s*disable\s*<)")]
    private static partial Regex ImplicitUsings();

    [GeneratedRegex(@"<Using\s")]
    private static partial Regex ProjectUsing();
}
