using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace FactorGpu.Tests.Docs;

/// <summary>A page for users, with its fenced blocks.</summary>
internal sealed class DocPage
{
    private const string Fence = "```";

    internal DocPage(string path)
    {
        Text = File.ReadAllText(Repository.PathOf(path));
    }

    internal string Text { get; }

    /// <summary>Every page that is tested, by its path from the root.</summary>
    internal static IEnumerable<string> All =>
    [
        "src/FactorGpu/README.md",
        "src/FactorGpu.Cli/README.md",
        .. Directory.GetFiles(Repository.PathOf("docs"), "*.md").Select(path => $"docs/{Path.GetFileName(path)}").Order(StringComparer.Ordinal),
    ];

    /// <summary>The blocks of one language, in order, without the fences.</summary>
    internal IEnumerable<string> Blocks(string language) => Text.Split($"{Fence}{language}\n").Skip(1).Select(part => part.Split(Fence)[0]);

    /// <summary>The words of a command as a shell takes it apart: at blanks, but not between single quotes.</summary>
    internal static string[] Words(string command)
        => [.. command.Split('\'').SelectMany((part, i) => i % 2 == 1 ? [part] : part.Split(' ', StringSplitOptions.RemoveEmptyEntries))];

    /// <summary>The lines that run the tool, in order.</summary>
    internal IEnumerable<string> ToolCommands()
        => Blocks("sh").SelectMany(block => block.Split('\n')).Where(line => line.Length > 0);
}
