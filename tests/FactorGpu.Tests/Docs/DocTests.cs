using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;
using FactorGpu.Arrow.Presets;
using FactorGpu.Compilation;
using FactorGpu.Errors;
using FactorGpu.Expressions;
using FactorGpu.Factors;
using FactorGpu.Results;
using FactorGpu.Tests.Cli;
using Xunit;

namespace FactorGpu.Tests.Docs;

/// <summary>What the pages say is tried: C# is compiled and run, commands are run, tables are held against what they list.</summary>
public sealed partial class DocTests
{
    private const string GettingStarted = "docs/getting-started.md";
    private const string DataAndPresets = "docs/data-and-presets.md";
    private const string WritingAFactor = "docs/writing-a-factor.md";

    /// <summary>The language of blocks that are files of definitions.</summary>
    private const string Definitions = "definitions";

    public static TheoryData<string> Pages { get; } = [.. DocPage.All];

    public static TheoryData<string> Families { get; } = [.. FactorsPage.Families.Select(set => set.Name)];

    public static TheoryData<string> PagesWithCommands { get; } = [.. DocPage.All.Where(path => new DocPage(path).ToolCommands().Any())];

    [Theory, MemberData(nameof(Pages))]
    public void CSharp_OfAPage_IsWhatIsCompiled(string path)
    {
        string[] compiled = Lines(File.ReadAllText(Repository.PathOf("tests/FactorGpu.Tests/Docs/DocExamples.cs")));

        foreach (string block in new DocPage(path).Blocks("csharp"))
        {
            string[] lines = Lines(FileName().Replace(block, match => match.Groups[1].Value == "factors" ? "output" : "input"));
            string[] statements = [.. lines.Where(line => !IsUsingOfANamespace(line))];
            Assert.All(lines.Except(statements).Where(line => line is not ("using FactorGpu;" or "using System;")), line => Assert.Contains(line, compiled));
            Assert.Contains(string.Join('\n', statements), string.Join('\n', compiled), StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(PagesWithCommands))]
    public void Commands_OfAPage_Run(string path)
    {
        using var folder = new TempFolder();
        var page = new DocPage(path);
        File.WriteAllText(Path.Combine(folder.Path, "mine.json"), page.Blocks("json").FirstOrDefault(""));
        File.WriteAllText(Path.Combine(folder.Path, "mine.txt"), page.Blocks(Definitions).FirstOrDefault(""));

        foreach (string command in page.ToolCommands())
        {
            string[] words = DocPage.Words(command);
            Assert.Equal("factorgpu", words[0]);

            ToolRun run = ToolRun.Of([.. words[1..].Select(word => FilePath().IsMatch(word) ? Path.Combine(folder.Path, word) : word)]);

            Assert.True(run.ExitCode == 0, $"{command}\n{run.Words}");
        }
    }

    [Fact]
    public void Output_OfTheFirstExample_StartsAsThePageShows()
    {
        using var folder = new TempFolder();
        using var written = new StringWriter { NewLine = "\n" };

        DocExamples.FourCalls(Repository.PathOf("data/sample.csv"), Path.Combine(folder.Path, "factors.csv"), written);

        Assert.StartsWith(Assert.Single(new DocPage(GettingStarted).Blocks("text")), written.ToString(), StringComparison.Ordinal);
        Assert.Equal(99, File.ReadAllLines(Path.Combine(folder.Path, "factors.csv")).Length);
    }

    [Fact]
    public void OtherExamples_Run()
    {
        using var folder = new TempFolder();
        using var written = new StringWriter { NewLine = "\n" };
        string sample = Repository.PathOf("data/sample.csv");
        using MinuteBars bars = MinuteBars.Read(sample);
        FactorProgram program = FactorProgram.Compile([DocExamples.Careful(), FactorCatalogue.Get("return_var")]);

        DocExamples.PackageReadme(sample, Path.Combine(folder.Path, "factors.csv"), written);
        DocExamples.Faults(sample, written);
        DocExamples.OwnFactors(sample, written);
        DocExamples.Verified(bars, program, written);
        FactorTable table = DocExamples.WithOptions(bars, program);
        FactorTable single = DocExamples.InSingle(bars);
        FactorTable chosen = DocExamples.OnDevice(bars, program, written);

        string text = written.ToString();
        Assert.Contains("98 stock-days x 51 factors", text, StringComparison.Ordinal);
        Assert.Contains("0 rows stood twice, 0 were merged\n", text, StringComparison.Ordinal);
        Assert.Contains("my_last_half_hour_share = %", text, StringComparison.Ordinal);
        Assert.Contains("cpu: 2 factors, 98 stock-days: 0 out\n", text, StringComparison.Ordinal);
        Assert.Contains("engine cpu: 98 stock-days x 2 factors are less than", text, StringComparison.Ordinal);
        Assert.Equal((98, 98, 98), (table.Rows.Length, single.Rows.Length, chosen.Rows.Length));
    }

    [Fact]
    public void ResidentExample_Runs()
    {
        Requirement.OpenCl();
        using MinuteBars bars = MinuteBars.Read(Repository.PathOf("data/sample.csv"));

        FactorTable table = DocExamples.Resident(bars, FactorProgram.Compile(FactorCatalogue.Find("VP")));

        Assert.Equal(98, table.Rows.Length);
    }

    [Fact]
    public void Definitions_OfThePage_PrintAndReadBack()
    {
        ImmutableArray<FactorDefinition> factors = FactorDefinitions.Parse(new DocPage(WritingAFactor).Blocks(Definitions).Single());

        Assert.Equal(["my_downside_var", "my_ratio", "my_last_half_hour_share", "my_downside_std"], factors.Select(factor => factor.Id));
        Assert.Equal(DocExamples.Careful().Expression, factors[3].Expression);
    }

    [Fact]
    public void Error_OfThePage_IsWhatIsSaid()
    {
        var page = new DocPage(WritingAFactor);
        var wrong = new DefinitionText(page.Blocks(Definitions).Single().Replace("var(down,", "var(volume > 0,", StringComparison.Ordinal), "mine.txt");

        string message = Assert.Throws<FactorDefinitionException>(() => FactorDefinitions.Parse([wrong])).Message;

        Assert.Equal(page.Blocks("text").Single(), $"factorgpu: {message}\n");
    }

    [Fact]
    public void LanguageTables_AreMadeFromTheTablesOfTheParser()
    {
        const string First = "## Words\n";
        string page = new DocPage(WritingAFactor).Text;

        GoldenText.Compare(WritingAFactor, page[..page.IndexOf(First, StringComparison.Ordinal)] + LanguageTables.Text());
    }

    [Theory, MemberData(nameof(Families))]
    public void FamilyPage_IsWhatTheToolWrites(string family) => GoldenText.Compare($"docs/factors/{family}.md", ToolRun.Of("describe", family, "--markdown").Results);

    [Fact]
    public void FamilyPages_AreThoseOfTheFamilies_AndHoldEachFactorOnce()
    {
        Assert.Equal(Families.Select(row => row.Data + ".md").Order(), Directory.GetFiles(Repository.PathOf("docs/factors")).Select(Path.GetFileName).Order());
        Assert.Equal(FactorCatalogue.All, FactorsPage.Families.SelectMany(set => set.Factors));
    }

    [Fact]
    public void FactorsPage_IsMadeFromTheCatalogue() => GoldenText.Compare("docs/factors.md", FactorsPage.Text());

    [Fact]
    public void FaultsPage_IsMadeFromTheTableOfFaults() => GoldenText.Compare("docs/data-faults.md", FaultsPage.Text());

    [Fact]
    public void PresetTable_HasARowForEachPreset_AsItIs()
    {
        string[] expected = [.. PresetCatalogue.All.Select(PresetRow)];

        string[] actual = [.. new DocPage(DataAndPresets).Text.Split("|---|---|---|---|\n")[1].Split("\n\n")[0].Split('\n')];

        Assert.Equal(expected, actual);
    }

    [Fact]
    public void Pages_AreNamedByTheFirst()
    {
        string first = new DocPage(GettingStarted).Text;

        Assert.All(DocPage.All.Where(path => path.StartsWith("docs/", StringComparison.Ordinal) && path != GettingStarted), path => Assert.Contains($"]({Path.GetFileName(path)})", first, StringComparison.Ordinal));
    }

    private static string PresetRow(Preset preset)
    {
        using JsonDocument file = JsonDocument.Parse(File.ReadAllBytes(Repository.PathOf($"src/FactorGpu/Arrow/Presets/{preset.Name}.json")));
        string Text(string key) => file.RootElement.GetProperty(key).GetString()!;
        IEnumerable<string?> stamps = file.RootElement.GetProperty("stamps").EnumerateArray().Select(range => range.GetString());
        return $"| `{preset.Name}` | {Text("label")} | {string.Join(", ", stamps)} | {Text("volumeUnit")} |";
    }

    private static bool IsUsingOfANamespace(string line) => line.StartsWith("using ", StringComparison.Ordinal) && !line.Contains('=', StringComparison.Ordinal);

    private static string[] Lines(string text) => [.. text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)];

    /// <summary>A string in C# that names a file.</summary>
    [GeneratedRegex("\"(\\w+)\\.csv\"")]
    private static partial Regex FileName();

    /// <summary>A word of a command that names a file.</summary>
    [GeneratedRegex(@"^\w+\.(csv|arrow|json|txt|html)$")]
    private static partial Regex FilePath();
}
