using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text.Json;
using System.Xml.Linq;
using FactorGpu.Compilation;
using FactorGpu.Factors;
using FactorGpu.Results;
using FactorGpu.Tests.Cli;
using Xunit;

namespace FactorGpu.Tests.Packages;

/// <summary>The packages as a user meets them: installed from a feed on a machine that has nothing else.</summary>
[Trait("speed", "slow")]
public sealed class PackageTests(PackageFeed feed) : IClassFixture<PackageFeed>
{
    private const string Notebook = "samples/first.ipynb";

    /// <summary>Reads the file it is given and prints code, date and two factors of each row.</summary>
    private const string ConsumerProgram =
        """
        using FactorGpu;
        using FactorGpu.Compilation;
        using FactorGpu.Expressions;
        using FactorGpu.Factors;
        using FactorGpu.Results;

        using MinuteBars bars = MinuteBars.Read(args[0]);
        var range = new FactorDefinition { Id = "my_range", Value = day => day.High.Max() - day.Low.Min() };
        FactorTable table = bars.Compute(FactorProgram.Compile([range, FactorCatalogue.Get("return_intraday")]));
        for (int row = 0; row < table.Rows.Length; row++)
        {
            Console.WriteLine(FormattableString.Invariant($"{table.Rows[row].Code} {table.Rows[row].Date:yyyy-MM-dd} {table.Column("my_range")[row]:R} {table.Column(1)[row]:R}"));
        }
        """;

    [Theory, InlineData("FactorGpu"), InlineData("FactorGpu.Cli")]
    public void Package_HoldsWhatIsListed(string id)
    {
        using ZipArchive package = ZipFile.OpenRead(Path.Combine(feed.Feed, $"{id}.{feed.Version}.nupkg"));

        IEnumerable<string> files = package.Entries.Select(entry => entry.FullName).Where(name => !name.EndsWith(".psmdcp", StringComparison.Ordinal));

        GoldenText.Compare($"tests/FactorGpu.Tests/Golden/packages/{id}.txt", string.Concat(files.Order(StringComparer.Ordinal).Select(name => $"{name}\n")));
    }

    [Theory, InlineData("FactorGpu"), InlineData("FactorGpu.Cli")]
    public void Package_SaysItsLicense_ItsReadme_AndWhatItNeeds(string id)
    {
        using ZipArchive package = ZipFile.OpenRead(Path.Combine(feed.Feed, $"{id}.{feed.Version}.nupkg"));
        using Stream specification = package.GetEntry($"{id}.nuspec")!.Open();

        XElement[] elements = [.. XDocument.Load(specification).Descendants()];

        string Text(string name) => elements.Single(element => element.Name.LocalName == name).Value;
        Assert.Equal(("Apache-2.0", "README.md", "icon.png"), (Text("license"), Text("readme"), Text("icon")));
        Assert.Equal(
            id == "FactorGpu" ? ["CsvHelper"] : [],
            elements.Where(element => element.Name.LocalName == "dependency").Select(element => element.Attribute("id")!.Value));
    }

    [Fact]
    public void Library_InAProjectThatReferencesThePackageAlone_ComputesTheSample()
    {
        feed.Write("consumer/Program.cs", ConsumerProgram);
        feed.Write(
            "consumer/consumer.csproj",
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="FactorGpu" Version="{feed.Version}" />
              </ItemGroup>
            </Project>
            """);

        string output = feed.Run(CommandRun.Dotnet, "run", "--project", "consumer", "--", "data/sample.csv");

        Assert.Equal(RangesAndReturns(), output.TrimEnd().Split(Environment.NewLine));
    }

    [Fact]
    public void Tool_InstalledFromThePackage_ListsAndComputes()
    {
        string tool = feed.Tool();

        string list = feed.Run(tool, "list");
        string factors = feed.Run(tool, "compute", "data/sample.csv", "--factors", "huatai50");

        Assert.Equal(ToolRun.Of("list").Results, list);
        Assert.Equal(ToolRun.Of("compute", Repository.PathOf("data/sample.csv"), "--factors", "huatai50").Results, factors);
    }

    [Fact]
    public void FirstSample_RunAsAFile_WritesAndShowsTheFactors()
    {
        Assert.Contains($"\n#:package FactorGpu@{feed.Version}\n", File.ReadAllText(Repository.PathOf("samples/first.cs")), StringComparison.Ordinal);
        foreach (string name in (string[])["first.cs", "Directory.Build.props", "Directory.Packages.props"])
        {
            feed.Write($"samples/{name}", File.ReadAllText(Repository.PathOf($"samples/{name}")));
        }

        using MinuteBars bars = MinuteBars.Read(Repository.PathOf("data/sample.csv"));
        FactorTable expected = bars.Compute(FactorProgram.Compile(FactorCatalogue.Huatai50));
        using var csv = new MemoryStream();
        expected.WriteCsv(csv);

        string output = feed.Run(CommandRun.Dotnet, "run", "samples/first.cs");

        Assert.Equal(expected.ToString(), output);
        Assert.Equal(csv.ToArray(), File.ReadAllBytes(feed.PathOf("factors.csv")));
    }

    [Fact]
    public void FirstNotebook_Executed_ComputesAndPlots()
    {
        string nbconvert = Requirement.Notebook();
        feed.Write("notebook.ipynb", File.ReadAllText(Repository.PathOf(Notebook)));

        feed.RunWithPath(Path.GetDirectoryName(feed.Tool())!, nbconvert, "--to", "notebook", "--execute", "notebook.ipynb", "--output", "done.ipynb");

        using JsonDocument done = JsonDocument.Parse(File.ReadAllBytes(feed.PathOf("done.ipynb")));
        JsonElement[] outputs = [.. Cells(done).SelectMany(cell => cell.GetProperty("outputs").EnumerateArray())];
        Assert.Contains(outputs, output => output.TryGetProperty("text", out JsonElement text) && text[0].GetString() == "(1000, 52)\n");
        Assert.Contains(outputs, output => output.TryGetProperty("data", out JsonElement data) && data.TryGetProperty("image/png", out _));
    }

    [Fact]
    public void FirstNotebook_InTheRepository_HasNoOutputs()
    {
        using JsonDocument notebook = JsonDocument.Parse(File.ReadAllBytes(Repository.PathOf(Notebook)));

        Assert.NotEmpty(Cells(notebook));
        Assert.All(Cells(notebook), cell => Assert.Equal((0, JsonValueKind.Null), (cell.GetProperty("outputs").GetArrayLength(), cell.GetProperty("execution_count").ValueKind)));
    }

    private static IEnumerable<JsonElement> Cells(JsonDocument notebook)
        => notebook.RootElement.GetProperty("cells").EnumerateArray().Where(cell => cell.GetProperty("cell_type").GetString() == "code");

    /// <summary>Highest high less lowest low, and the return from the first open to the last close, of each stock-day, straight from the text of the sample.</summary>
    private static IEnumerable<string> RangesAndReturns()
    {
        string[] lines = File.ReadAllLines(Repository.PathOf("data/sample.csv"));
        string[] names = lines[0].Split(',');
        double Number(string[] cells, string name) => double.Parse(cells[Array.IndexOf(names, name)], CultureInfo.InvariantCulture);
        return
            from line in lines[1..]
            let cells = line.Split(',')
            group cells by (Date: cells[1].Split(' ')[0], Code: cells[0]) into day
            orderby day.Key.Date, day.Key.Code
            let bars = day.OrderBy(cells => cells[1], StringComparer.Ordinal).ToArray()
            let range = bars.Max(cells => Number(cells, "high")) - bars.Min(cells => Number(cells, "low"))
            let change = (Number(bars[^1], "close") - Number(bars[0], "open")) / Number(bars[0], "open")
            select FormattableString.Invariant($"{day.Key.Code} {day.Key.Date} {range:R} {change:R}");
    }
}
