using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using Xunit;

namespace FactorGpu.Tests.Arrow.Ipc;

/// <summary>Reads the integration files of the Arrow project, by other writers, and makes the page that says what of them is read.</summary>
public sealed class ConformanceTests : IDisposable
{
    private readonly BarFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void EveryCase_IsReadAndEqual_OrRefusedByName()
    {
        Requirement.Codecs();
        string root = Path.Combine(Requirement.Shared(), "arrow/integration");
        string[] paths = [.. Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Where(path => !path.EndsWith(".json.gz", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

        ConformanceCase[] cases = [.. paths.Select(path => ConformanceCase.Of(path, _folder.Root))];

        Assert.Equal(160, cases.Length);
        Assert.All(cases.Where(own => own.Refusal is not null), own => Assert.StartsWith("has big-endian numbers; little-endian ones are read. ", own.Refusal, StringComparison.Ordinal));
        Assert.All(cases, own => Assert.Equal(own.Name.StartsWith("1.0.0-bigendian/", StringComparison.Ordinal), own.Refusal is not null));
        GoldenText.Compare("docs/arrow-conformance.md", Page(cases));
    }

    private static string Page(ConformanceCase[] cases)
    {
        ConformanceCase[] whole = [.. cases.Where(own => own.Refusal is null && own.Columns.All(column => column.Refusal is null))];
        int read = cases.Sum(own => own.Columns.Count(column => column.Refusal is null));
        var page = new StringBuilder();
        page.Append(
            $"""
            # What of Arrow is read

            Made by a test (`tests/FactorGpu.Tests/Arrow/Ipc/ConformanceTests.cs`) from the integration files of the Arrow project: {cases.Length} files and streams by other writers, each with its content as JSON. A column of a type that is read is compared with it value by value and null by null; a file with a column of another type is opened, the column is left alone, and whoever names it as a part of a bar is told its type.

            | | files and streams |
            |---|---|
            | every column read and equal | {whole.Length} |
            | columns of other types refused by name, all others read and equal | {cases.Count(own => own.Refusal is null) - whole.Length} |
            | refused as a whole, by name | {cases.Count(own => own.Refusal is not null)} |
            | wrong | 0 |

            Of the columns {read} are read and equal, {cases.Sum(own => own.Columns.Count) - read} refused by name.

            ## By type

            | type | columns | values compared | of them null | |
            |---|---|---|---|---|

            """);
        foreach (IGrouping<string, ConformanceColumn> type in cases.SelectMany(own => own.Columns).GroupBy(column => column.Type).OrderBy(type => type.Key, StringComparer.Ordinal))
        {
            string? refusal = Assert.Single(type.Select(column => column.Refusal).Distinct());
            page.Append(CultureInfo.InvariantCulture, $"| {type.Key} | {type.Count()} |");
            page.Append(refusal is null
                ? $" {type.Sum(column => column.Values)} | {type.Sum(column => column.Nulls)} | read and equal |\n"
                : $" | | refused: \"{refusal}\" |\n");
        }

        page.Append("\nAlso refused by name: ");
        page.AppendJoin("; ", cases.Where(own => own.Refusal is not null).GroupBy(own => own.Refusal!).Select(same => $"\"{same.Key}\" ({same.Count()} files and streams)"));
        page.Append(
            """
            .

            Read, and in none of these files: Float16, and FixedSizeList of 242 Float64 or Float32 values, which is a field of the dense layout.

            ## By case

            Each as a file and as a stream, with the same outcome.

            | case | columns read and equal | types refused |
            |---|---|---|

            """);
        foreach (IGrouping<string, ConformanceCase> both in cases.Where(own => own.Refusal is null).GroupBy(own => own.Name))
        {
            (int Read, string Refused) outcome = Assert.Single(both.Select(Outcome).Distinct());
            Assert.Equal(2, both.Count());
            page.Append(CultureInfo.InvariantCulture, $"| {both.Key} | {outcome.Read} | {outcome.Refused} |\n");
        }

        return page.ToString();
    }

    private static (int Read, string Refused) Outcome(ConformanceCase own) => (
        own.Columns.Count(column => column.Refusal is null),
        string.Join(", ", own.Columns.Where(column => column.Refusal is not null).Select(column => column.Type).Distinct()));
}
