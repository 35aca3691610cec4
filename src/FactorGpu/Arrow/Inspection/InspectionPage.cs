using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;

namespace FactorGpu.Arrow.Inspection;

/// <summary>What was found in a file as one HTML page that needs nothing but itself: style and pictures are inside, no script, nothing is fetched.</summary>
internal static class InspectionPage
{
    private const int MostPictures = 4;

    // Blue and vermilion are told apart by the colour-blind; the colours of a page on paper and on a screen at night.
    private const string Style = """
        :root { color-scheme: light dark; --ink: #1c2430; --soft: #5b6676; --rule: #d8dde4; --page: #ffffff; --card: #f7f8fa; --bar: #0072b2; --quiet: #a9b3bf; --fault: #d55e00; --note: #5b6676; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e6e9ee; --soft: #9aa5b4; --rule: #39424f; --page: #14181e; --card: #1b2027; --bar: #56a8e0; --quiet: #5d6875; --fault: #ff9a3d; --note: #9aa5b4; } }
        body { margin: 0 auto; max-width: 64rem; padding: 1.5rem; background: var(--page); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
        h1 { font-size: 1.4rem; overflow-wrap: anywhere; } h2 { font-size: 1.1rem; margin: 0 0 .5rem; } p { margin: .25rem 0 .75rem; color: var(--soft); }
        section { background: var(--card); border: 1px solid var(--rule); border-radius: 8px; padding: 1rem 1.25rem; margin: 1.25rem 0; overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; } th, td { text-align: left; vertical-align: top; padding: .4rem .9rem .4rem 0; border-top: 1px solid var(--rule); }
        th { border-top: 0; color: var(--soft); font-weight: 600; } .number { text-align: right; font-variant-numeric: tabular-nums; } td small { display: block; color: var(--soft); }
        .warning, .error, .warning small, .error small { color: var(--fault); font-weight: 600; } .note { color: var(--note); } .finding { color: var(--fault); overflow-wrap: anywhere; }
        code { font: 13px ui-monospace, monospace; white-space: nowrap; } pre { font: 13px/1.45 ui-monospace, monospace; margin: 0; white-space: pre; overflow-x: auto; }
        svg { display: block; width: 100%; height: auto; font: 11px system-ui, sans-serif; } text { fill: var(--soft); }
        .frame { fill: none; stroke: var(--rule); } .tick { fill: var(--soft); } .noon { stroke: var(--page); stroke-width: 1; fill: none; }
        g path { stroke-width: 1; fill: none; shape-rendering: crispEdges; } .l1, .l2, .l3, .l4 { stroke: var(--bar); } .l1 { stroke-opacity: .25; } .l2 { stroke-opacity: .5; } .l3 { stroke-opacity: .75; }
        .l5 { stroke: var(--quiet); } .l6 { stroke: var(--fault); }
        .legend span { white-space: nowrap; margin-right: 1.1rem; } .legend i { display: inline-block; width: .9rem; height: .9rem; margin-right: .35rem; vertical-align: -2px; border: 1px solid var(--rule); }
        .b4 { background: var(--bar); } .b2 { background: color-mix(in srgb, var(--bar) 50%, transparent); } .b5 { background: var(--quiet); } .b6 { background: var(--fault); }
        """;

    internal static string Make(FileInspection inspection, string path)
    {
        var page = new XElement(
            "html",
            new XAttribute("lang", "en"),
            new XElement(
                "head",
                new XElement("meta", new XAttribute("charset", "utf-8")),
                new XElement("meta", new XAttribute("name", "viewport"), new XAttribute("content", "width=device-width, initial-scale=1")),
                new XElement("title", $"{PrintableText.Of(path)}: bars inspected"),
                new XElement("style", Style)),
            new XElement(
                "body",
                new XElement("h1", PrintableText.Of(path)),
                Summary(inspection),
                Section("Found", FaultTable(inspection)),
                Pictures(inspection),
                Section("How the file is read", new XElement("pre", inspection.Text.Head))));
        return "<!DOCTYPE html>\n" + page.ToString(SaveOptions.DisableFormatting) + "\n";
    }

    private static IEnumerable<XElement> Summary(FileInspection inspection)
    {
        yield return new XElement("p", FaultWords.Summary(inspection.Faults));
        if (inspection.Finding is string finding)
        {
            yield return new XElement("p", new XAttribute("class", "finding"), $"compute refuses this file: {finding}");
        }
    }

    private static XElement FaultTable(FileInspection inspection)
        => inspection.Faults.IsEmpty
            ? new XElement("p", "Nothing was found.")
            : new XElement(
                "table",
                new XElement("tr", new XElement("th", "code"), new XElement("th", new XAttribute("class", "number"), "count"), new XElement("th", "what, and where first"), new XElement("th", "what compute does"), new XElement("th", "option")),
                inspection.Faults.OrderByDescending(found => found.Fault.Severity).Select(FaultRow));

    private static XElement FaultRow(FoundFault found) => new(
        "tr",
        new XElement("td", new XAttribute("class", FaultWords.Severity(found.Fault)), found.Fault.Code, new XElement("small", FaultWords.Severity(found.Fault))),
        new XElement("td", new XAttribute("class", "number"), found.Count.ToString("N0", CultureInfo.InvariantCulture)),
        new XElement("td", found.Fault.Title, found.FirstPlaces.Select(place => new XElement("small", place)), found.Count > found.FirstPlaces.Length && !found.FirstPlaces.IsEmpty ? new XElement("small", "...") : null),
        new XElement("td", found.Fault.Effect),
        new XElement("td", found.Fault.Option.Length == 0 ? "none" : found.Fault.Option));

    /// <summary>The days with the most faulty bars, by date.</summary>
    private static IEnumerable<XElement> Pictures(FileInspection inspection)
    {
        CoveragePicture[] shown = [.. inspection.Pictures.OrderByDescending(picture => picture.FaultyBars).ThenBy(picture => picture.Date).Take(MostPictures).OrderBy(picture => picture.Date)];
        foreach (CoveragePicture picture in shown)
        {
            yield return Section(
                FaultPlaces.Date(picture.Date),
                new XElement("p", FormattableString.Invariant($"{picture.Codes.Length:N0} stocks by 242 minutes{(picture.Rows < picture.Codes.Length ? FormattableString.Invariant($", {picture.Rows} rows of neighbouring stocks") : "")}: {picture.Bars:N0} of {picture.Cells:N0} bars are there, {picture.FaultyBars:N0} are faulty.")),
                Legend(),
                CoverageSvg.Draw(picture));
        }

        if (shown.Length < inspection.Pictures.Count)
        {
            yield return new XElement("p", FormattableString.Invariant($"Of {inspection.Pictures.Count} days the {shown.Length} with the most faulty bars are shown."));
        }
    }

    private static XElement Legend() => new(
        "p",
        new XAttribute("class", "legend"),
        Key("b4", "bars of all stocks of a row, or nearly all"),
        Key("b2", "of some"),
        Key("b5", "bars without volume"),
        Key("b6", "a faulty bar"),
        Key("b0", "no bar"));

    private static XElement Key(string colour, string words) => new("span", new XElement("i", new XAttribute("class", colour), ""), words);

    private static XElement Section(string title, params object[] content) => new("section", new XElement("h2", title), content);
}
