using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using FactorGpu.Tests.Docs;
using Xunit;

namespace FactorGpu.Tests.Readme;

public sealed class ReadmeTests
{
    [Fact]
    public void Example_OfTheReadme_IsTheOneThatIsCompiled()
    {
        string[] example = Lines(Readme().Split("```csharp\n")[1].Split("```")[0])
            .Select(line => line.Replace("\"data/sample.csv\"", "input", StringComparison.Ordinal).Replace("\"factors.csv\"", "output", StringComparison.Ordinal))
            .ToArray();
        string[] compiled = Lines(File.ReadAllText(Repository.PathOf("tests/FactorGpu.Tests/Readme/ReadmeExample.cs"))).ToArray();

        string[] statements = [.. example.Where(line => !line.StartsWith("using ", StringComparison.Ordinal))];
        IEnumerable<string> usings = example.Except(statements).Where(line => line != "using FactorGpu;");

        Assert.All(usings, line => Assert.Contains(line, compiled));
        Assert.Contains(string.Join('\n', statements), string.Join('\n', compiled), StringComparison.Ordinal);
    }

    [Fact]
    public void Example_OfTheReadme_ComputesOnTheSample()
    {
        using var folder = new TempFolder();
        string output = Path.Combine(folder.Path, "factors.csv");

        ReadmeExample.Run(Repository.PathOf("data/sample.csv"), output);

        string[] lines = File.ReadAllLines(output);
        string[] header = lines[0].Split(',');
        int own = Array.IndexOf(header, "my_downside_var");
        int builtIn = Array.IndexOf(header, "return_downward_var");
        Assert.Equal(99, lines.Length);
        Assert.All(lines[1..], line => Assert.Equal(line.Split(',')[builtIn], line.Split(',')[own]));
    }

    [Fact]
    public void Commands_OfTheReadme_AreThoseThatAreTried()
    {
        Assert.Contains("compute data/sample.csv --factors huatai50 --out factors.csv\n", Readme(), StringComparison.Ordinal);
        Assert.Contains("    dotnet test FactorGpu.sln -c Release\n", Readme(), StringComparison.Ordinal);
        Assert.Contains("\ndotnet test FactorGpu.sln -c Release ", File.ReadAllText(Repository.PathOf(".ci/run")), StringComparison.Ordinal);
    }

    [Fact]
    public void Links_OfTheDocs_LeadSomewhere()
    {
        foreach (string page in (string[])["README.md", "src/README.md", .. DocPage.All])
        {
            IEnumerable<string> targets = File.ReadAllText(Repository.PathOf(page)).Split("](").Skip(1).Select(part => part.Split(')')[0]);

            Assert.All(targets, target => Assert.True(Leads(page, target), $"{page} links to {target}"));
        }
    }

    /// <summary>True for a file that is there, and for a heading of it or of the page itself.</summary>
    private static bool Leads(string page, string target)
    {
        string[] parts = target.Split('#', 2);
        string path = parts[0].Length == 0 ? Repository.PathOf(page) : Path.Combine(Repository.PathOf(page), "..", parts[0]);
        return Path.Exists(path) && (parts.Length == 1 || Lines(File.ReadAllText(path)).Any(line => IsHeading(line, parts[1])));
    }

    private static bool IsHeading(string line, string anchor)
        => line.StartsWith("## ", StringComparison.Ordinal) && string.Equals(line[3..].Replace(' ', '-'), anchor, StringComparison.OrdinalIgnoreCase);

    private static string Readme() => File.ReadAllText(Repository.PathOf("README.md"));

    private static IEnumerable<string> Lines(string text) => text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0);
}
