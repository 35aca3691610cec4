using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Xml.Linq;
using FactorGpu.Bars;

namespace FactorGpu.Arrow.Inspection;

/// <summary>Draws the picture of a day: minutes to the right, stocks downwards, one path of horizontal strokes a colour.</summary>
internal static class CoverageSvg
{
    private const int SlotWidth = 3;
    private const int Left = 84;
    private const int Top = 8;
    private const int Below = 26;
    private const int Height = 300;
    private const int TallestRow = 20;
    private const int CodesShown = 6;
    private const int AfternoonSlot = 121;

    private static readonly ImmutableArray<int> s_hours = [1, 31, 61, 91, 121, 151, 181, 211, 241];

    internal static XElement Draw(CoveragePicture picture)
    {
        double rowHeight = Math.Min(TallestRow, (double)Height / picture.Rows);
        int height = (int)Math.Ceiling(rowHeight * picture.Rows);
        int width = BarAxis.SlotCount * SlotWidth;
        return new XElement(
            "svg",
            new XAttribute("viewBox", Text($"0 0 {Left + width + 30} {Top + height + Below}")),
            new XAttribute("role", "img"),
            new XAttribute("aria-label", $"Bars of {FaultPlaces.Date(picture.Date)} by stock and minute"),
            Box("frame", Left, Top, width, height),
            new XElement(
                "g",
                new XAttribute("transform", Text($"translate({Left} {Top}) scale({SlotWidth} {rowHeight})")),
                Levels(picture)),
            s_hours.Select(slot => Hour(slot, height)),
            Line(Left + (AfternoonSlot * SlotWidth), Top, height),
            Codes(picture, rowHeight));
    }

    private static IEnumerable<XElement> Levels(CoveragePicture picture)
        => from level in Enumerable.Range(CoveragePicture.Missing + 1, CoveragePicture.Faulty)
           let strokes = Strokes(picture, (byte)level)
           where strokes.Length > 0
           select new XElement("path", new XAttribute("class", Text($"l{level}")), new XAttribute("d", strokes));

    /// <summary>The runs of cells of one level, each a stroke of a row's height.</summary>
    private static string Strokes(CoveragePicture picture, byte level)
    {
        var path = new StringBuilder();
        for (int r = 0; r < picture.Rows; r++)
        {
            ReadOnlySpan<byte> row = picture.Row(r);
            for (int t = 0; t < row.Length;)
            {
                int end = t;
                while (end < row.Length && row[end] == level)
                {
                    end++;
                }

                if (end > t)
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{t} {r}.5h{end - t}");
                }

                t = Math.Max(end, t + 1);
            }
        }

        return path.ToString();
    }

    private static XElement[] Hour(int slot, int height)
    {
        int x = Left + (slot * SlotWidth);
        bool isNoon = slot == AfternoonSlot;
        return
        [
            Box("tick", x, Top + height, 1, 4),
            new XElement("text", new XAttribute("x", x), new XAttribute("y", Top + height + 17), new XAttribute("text-anchor", "middle"), isNoon ? "11:30 | 13:00" : FaultPlaces.Time(slot)),
        ];
    }

    private static XElement Line(int x, int y, int height) => new(
        "path", new XAttribute("class", "noon"), new XAttribute("d", Text($"M{x} {y}v{height}")));

    /// <summary>The codes of a few rows, the first and the last among them.</summary>
    private static IEnumerable<XElement> Codes(CoveragePicture picture, double rowHeight)
    {
        int shown = Math.Min(CodesShown, picture.Rows);
        return Enumerable.Range(0, shown).Select(i =>
        {
            int r = shown == 1 ? 0 : i * (picture.Rows - 1) / (shown - 1);
            double y = Top + ((r + 0.5) * rowHeight) + 4;
            return new XElement("text", new XAttribute("x", Left - 6), new XAttribute("y", Text($"{y:0.#}")), new XAttribute("text-anchor", "end"), PrintableText.Of(picture.Codes[picture.FirstStock(r)]));
        });
    }

    private static XElement Box(string kind, int x, int y, int width, int height) => new(
        "rect",
        new XAttribute("class", kind),
        new XAttribute("x", x),
        new XAttribute("y", y),
        new XAttribute("width", width),
        new XAttribute("height", height));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
