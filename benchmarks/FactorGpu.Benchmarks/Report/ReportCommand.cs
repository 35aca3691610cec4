using System;
using System.IO;
using System.Linq;

namespace FactorGpu.Benchmarks.Report;

/// <summary><c>report SUITE.json [BENCH.json] FOLDER</c>: writes report.html and report.md into a folder.</summary>
internal static class ReportCommand
{
    internal const string Usage = "report SUITE.json [BENCH.json] FOLDER: the suite's JSON, the JSON of factorgpu bench --each --by-count, and where report.html and report.md are written.";

    /// <returns>The exit code: 2 for arguments that are not those of <see cref="Usage"/>.</returns>
    internal static int Run(string[] arguments)
    {
        if (Fault(arguments) is { } fault)
        {
            Console.Error.WriteLine($"{fault}\n{Usage}");
            return 2;
        }

        SuiteResults suite = SuiteResults.Read(File.ReadAllText(arguments[0]));
        ToolResults? tool = arguments.Length == 3 ? ToolResults.Read(File.ReadAllText(arguments[1])) : null;
        string folder = Directory.CreateDirectory(arguments[^1]).FullName;
        File.WriteAllText(Path.Combine(folder, "report.html"), ReportPage.Make(suite, tool));
        File.WriteAllText(Path.Combine(folder, "report.md"), ReportTable.Make(suite));
        return 0;
    }

    private static string? Fault(string[] arguments)
    {
        if (arguments.Length is not (2 or 3))
        {
            return $"The report was given {arguments.Length} arguments; it takes two or three.";
        }

        return arguments[..^1].FirstOrDefault(path => !File.Exists(path)) is { } missing
            ? $"The report was given {missing}, which is not there. Run the suite first."
            : null;
    }
}
