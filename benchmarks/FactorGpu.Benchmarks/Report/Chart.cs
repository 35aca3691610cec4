using System;
using System.Collections.Generic;
using System.Globalization;
using System.Xml.Linq;

namespace FactorGpu.Benchmarks.Report;

/// <summary>The parts that all charts are drawn from: inline SVG, coloured by the classes of the page's own style.</summary>
internal static class Chart
{
    /// <summary>Width of every chart, in units of its own; the page scales it.</summary>
    internal const int Width = 720;

    /// <summary>The colour of what is no engine.</summary>
    internal const string Plain = "plain";

    private const int Colours = 6;
    private const int Swatch = 10;
    private const int LegendGap = 22;
    private const double LetterWidth = 6.6;

    internal static XElement Frame(string title, int height, params IEnumerable<object> content) => new(
        "svg",
        new XAttribute("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {Width} {height}")),
        new XAttribute("role", "img"),
        new XAttribute("aria-label", title),
        content);

    internal static XElement Line(double x1, double y1, double x2, double y2, string kind)
        => new("line", At("x1", x1), At("y1", y1), At("x2", x2), At("y2", y2), new XAttribute("class", kind));

    /// <param name="x">Place of the anchor.</param>
    /// <param name="y">Base line.</param>
    /// <param name="text">The words.</param>
    /// <param name="anchor">start, middle or end.</param>
    internal static XElement Text(double x, double y, string text, string anchor = "start")
        => new("text", At("x", x), At("y", y), new XAttribute("text-anchor", anchor), text);

    internal static XAttribute At(string name, double value) => new(name, Math.Round(value, 1).ToString(CultureInfo.InvariantCulture));

    /// <summary>Shown while the pointer rests on the element before it.</summary>
    internal static XElement Hint(string text) => new("title", text);

    /// <summary>A swatch and a name for each, in a row.</summary>
    internal static IEnumerable<XElement> Legend(IEnumerable<(string Name, string Class)> entries, double x, double y)
    {
        foreach ((string name, string kind) in entries)
        {
            yield return new XElement(
                "rect", At("x", x), At("y", y - Swatch + 1), At("width", Swatch), At("height", Swatch), At("rx", 2), new XAttribute("class", kind));
            yield return Text(x + Swatch + 6, y, name);
            x += Swatch + 6 + (name.Length * LetterWidth) + LegendGap;
        }
    }

    /// <summary>Three significant digits, no exponent: 0.0123, 1.23, 12.3, 123, 1234.</summary>
    internal static string Number(double value)
    {
        int digits = value == 0 ? 0 : Math.Clamp(2 - (int)Math.Floor(Math.Log10(Math.Abs(value))), 0, 6);
        return value.ToString("F" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    /// <summary>The shortest text of a round number.</summary>
    internal static string Tick(double value) => Math.Round(value, 9).ToString("#,0.#########", CultureInfo.InvariantCulture).Replace(',', ' ');

    /// <summary>The colour of the engine at this place of the legend.</summary>
    internal static string Colour(int place) => string.Create(CultureInfo.InvariantCulture, $"c{place % Colours}");
}
