using System.Linq;
using System.Xml.Linq;

namespace FactorGpu.Benchmarks.Report;

/// <summary>The report as one HTML page that needs nothing but itself: style and charts are inside, no script, nothing is fetched.</summary>
internal static class ReportPage
{
    private const string Style = """
        :root { color-scheme: light dark; --ink: #1c2430; --soft: #5b6676; --rule: #e1e5ea; --page: #ffffff; --card: #f7f8fa;
          --c0: #8a6d3b; --c1: #b8478f; --c2: #2f6fd0; --c3: #0b8a6a; --c4: #c2541b; --c5: #6a4fc0; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e6e9ee; --soft: #9aa5b4; --rule: #2f3742; --page: #14181e; --card: #1b2027;
          --c0: #c9a66b; --c1: #e07fbd; --c2: #6ea4f4; --c3: #3fc49e; --c4: #ee8a54; --c5: #a68ff0; } }
        body { margin: 0 auto; max-width: 60rem; padding: 1.5rem; background: var(--page); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
        h1 { font-size: 1.5rem; } h2 { font-size: 1.1rem; margin: 0 0 .25rem; } p { margin: .25rem 0 .75rem; color: var(--soft); }
        section { background: var(--card); border: 1px solid var(--rule); border-radius: 8px; padding: 1rem 1.25rem; margin: 1.25rem 0; }
        svg { display: block; width: 100%; height: auto; font: 12px system-ui, sans-serif; }
        text { fill: var(--ink); } .grid { stroke: var(--rule); } .axis { stroke: var(--soft); }
        .line { fill: none !important; stroke-width: 2; } line.guide { stroke: var(--soft); stroke-dasharray: 3 5; } rect.guide { fill: var(--soft); opacity: .5; }
        .c0 { fill: var(--c0); stroke: var(--c0); } .c1 { fill: var(--c1); stroke: var(--c1); } .c2 { fill: var(--c2); stroke: var(--c2); }
        .c3 { fill: var(--c3); stroke: var(--c3); } .c4 { fill: var(--c4); stroke: var(--c4); } .c5 { fill: var(--c5); stroke: var(--c5); }
        .plain { fill: var(--soft); }
        details { margin-top: .75rem; } summary { cursor: pointer; color: var(--soft); }
        table { border-collapse: collapse; margin-top: .5rem; font-variant-numeric: tabular-nums; }
        th, td { text-align: right; padding: .15rem .75rem .15rem 0; border-bottom: 1px solid var(--rule); } th:first-child, td:first-child { text-align: left; }
        """;

    internal static string Make(SuiteResults suite, ToolResults? tool)
    {
        var page = new XElement(
            "html",
            new XAttribute("lang", "en"),
            new XElement(
                "head",
                new XElement("meta", new XAttribute("charset", "utf-8")),
                new XElement("meta", new XAttribute("name", "viewport"), new XAttribute("content", "width=device-width, initial-scale=1")),
                new XElement("title", "FactorGpu benchmarks"),
                new XElement("style", Style)),
            new XElement(
                "body",
                new XElement("h1", "FactorGpu benchmarks"),
                new XElement("p", $"{suite.Machine}. {suite.Versions}. {suite.Flags}. Medians."),
                new ReportSections(suite, tool).All().Select(Section)));
        return "<!DOCTYPE html>\n" + page + "\n";
    }

    private static XElement Section(ReportSection section) => new(
        "section",
        new XElement("h2", section.Title),
        new XElement("p", section.Words),
        section.Chart,
        new XElement("details", new XElement("summary", "Numbers"), Table(section)));

    private static XElement Table(ReportSection section) => new(
        "table",
        new XElement("thead", new XElement("tr", section.Head.Select(name => new XElement("th", name)))),
        new XElement("tbody", section.Rows.Select(row => new XElement("tr", row.Select(cell => new XElement("td", cell))))));
}
