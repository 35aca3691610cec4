using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text.RegularExpressions;

namespace FactorGpu.Tests.Architecture;

/// <summary>Which layer may name which (design, section 3). A layer is a folder, which is a namespace; every mention counts, in usings, code, comments and crefs.</summary>
internal static partial class LayerRule
{
    internal const string Library = "src/FactorGpu";
    internal const string Tool = "src/FactorGpu.Cli";

    private const string Root = "";

    /// <summary>Folder, and the layers it may name beside itself; null: all. The root is the facade.</summary>
    private static readonly ImmutableArray<(string Folder, string[]? MayName)> s_layers =
    [
        ("Errors", []),
        ("Bars", ["Errors"]),
        ("Expressions", ["Errors", "Bars"]),
        ("Factors", ["Errors", "Bars", "Expressions"]),
        ("Compilation", ["Errors", "Bars", "Expressions"]),
        ("Engines", ["Errors", "Bars", "Expressions", "Compilation"]),

        // An engine may name the folder around it, which holds what the engines share; its namespace is in sight there anyway.
        ("Engines/Reference", ["Errors", "Bars", "Expressions", "Compilation", "Engines"]),
        ("Engines/Cpu", ["Errors", "Bars", "Expressions", "Compilation", "Engines"]),
        ("Engines/Gpu", ["Errors", "Bars", "Expressions", "Compilation", "Engines"]),
        ("Devices/OpenCl", ["Errors", "Engines/Gpu"]),
        ("Devices/Cuda", ["Errors", "Engines/Gpu"]),
        ("Arrow", ["Errors", "Bars"]),
        ("Results", ["Errors", "Bars", "Arrow"]),
        ("Verification",
        [
            "Errors", "Bars", "Expressions", "Factors", "Compilation", "Engines", "Engines/Reference", "Engines/Cpu", "Engines/Gpu",
            "Devices/OpenCl", "Devices/Cuda", "Arrow", "Results",
        ]),
        (Root, null),
    ];

    /// <summary>What the tool may name: the facade, and the public types of these layers.</summary>
    private static readonly ImmutableArray<string> s_toolMayName = [Root, "Errors", "Bars", "Factors", "Expressions", "Compilation", "Results", "Arrow", "Verification"];

    /// <summary>The broken rules of one source of the library, in words.</summary>
    internal static IEnumerable<string> Check(SourceFile source)
    {
        string folder = source.FolderIn(Library);
        if (LayerOfFolder(folder) is not { } layer)
        {
            return [$"{source.Path} lies in the folder {folder}, which is no layer of the table."];
        }

        string[]? mayName = s_layers.First(row => row.Folder == layer).MayName;
        return mayName is null ? [] : Broken(source, layer, [layer, .. mayName]);
    }

    /// <summary>The broken rules of one source of the tool, in words.</summary>
    internal static IEnumerable<string> CheckTool(SourceFile source) => Broken(source, "The tool", s_toolMayName);

    private static IEnumerable<string> Broken(SourceFile source, string who, ImmutableArray<string> mayName)
        => from mention in Mentions(source.Text).Distinct()
           let layer = LayerOfName(mention)
           where !mayName.Contains(layer)
           select $"{source.Path} names {mention}. {who} may not name {(layer == Root ? "the root namespace" : layer)}.";

    /// <summary>Every name of this product in the text, without FactorGpu and its dot; empty for the root namespace itself.</summary>
    private static IEnumerable<string> Mentions(string text)
    {
        IEnumerable<string> qualified = QualifiedName().Matches(text).Select(m => m.Groups["name"].Value);
        IEnumerable<string> shortCrefs = ShortCref().Matches(text).Select(m => m.Groups["name"].Value).Where(name => LayerOfName(name) != Root);
        return qualified.Concat(shortCrefs).Concat(RootUsing().Matches(text).Select(_ => ""));
    }

    /// <summary>The layer with the longest name at the front of a dotted name; the root where there is none.</summary>
    private static string LayerOfName(string name)
        => s_layers.Select(row => row.Folder)
            .Where(folder => folder != Root && (name + ".").StartsWith(folder.Replace('/', '.') + ".", StringComparison.Ordinal))
            .MaxBy(folder => folder.Length) ?? Root;

    /// <summary>The layer of a folder: its own row, or the row above it where that row has no rows below.</summary>
    private static string? LayerOfFolder(string folder)
    {
        if (s_layers.Any(row => row.Folder == folder))
        {
            return folder;
        }

        int slash = folder.LastIndexOf('/');
        string? above = slash < 0 ? null : LayerOfFolder(folder[..slash]);
        return above is not null && s_layers.Any(row => row.Folder.StartsWith(above + "/", StringComparison.Ordinal)) ? null : above;
    }

    [GeneratedRegex(@"(?<![\w.])FactorGpu\.(?<name>[A-Z]\w*(\.[A-Z]\w*)*)")]
    private static partial Regex QualifiedName();

    [GeneratedRegex(@"cref=""(?<name>[A-Z]\w*\.[A-Z]\w*(\.[A-Z]\w*)*)")]
    private static partial Regex ShortCref();

    [GeneratedRegex(@"^using (static )?FactorGpu;", RegexOptions.Multiline)]
    private static partial Regex RootUsing();
}
