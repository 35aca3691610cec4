using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;

namespace FactorGpu.Benchmarks.Report;

/// <summary>Lines over two log axes, on which a cost that is proportional to x is a straight line of slope 1; a dashed one through the last point of each shows it.</summary>
internal static class LineChart
{
    private const int Height = 380;
    private const int Left = 70;
    private const int Right = Chart.Width - 20;
    private const int Top = 40;
    private const int Bottom = Height - 56;

    /// <param name="title">What the chart shows, for those who do not see it.</param>
    /// <param name="xTitle">What the horizontal axis counts.</param>
    /// <param name="yTitle">What the vertical axis counts.</param>
    /// <param name="lines">The lines, each with at least one point.</param>
    internal static XElement Draw(string title, string xTitle, string yTitle, ImmutableArray<Series> lines)
    {
        AxisScale x = AxisScale.Log(lines.SelectMany(line => line.Points).Select(point => point.X), Left, Right);
        IEnumerable<double> guides = lines.Select(line => Guide(line, line.Points[0].X));
        AxisScale y = AxisScale.Log(lines.SelectMany(line => line.Points).Select(point => point.Y).Concat(guides), Bottom, Top);
        return Chart.Frame(
            title,
            Height,
            lines.SelectMany(line => line.Points).Select(point => point.X).Distinct().SelectMany(tick => (XElement[])
            [
                Chart.Line(x.Place(tick), Top, x.Place(tick), Bottom, "grid"),
                Chart.Text(x.Place(tick), Bottom + 17, Chart.Tick(tick), "middle"),
            ]),
            y.Ticks.SelectMany(tick => (XElement[])
            [
                Chart.Line(Left, y.Place(tick), Right, y.Place(tick), "grid"),
                Chart.Text(Left - 7, y.Place(tick) + 4, Chart.Tick(tick), "end"),
            ]),
            Chart.Text((Left + Right) / 2.0, Height - 14, $"{xTitle}, log scale", "middle"),
            Chart.Text(Left - 7, 14, $"{yTitle}, log scale"),
            Chart.Legend(lines.Select(line => (line.Name, line.Class)).Append(("proportional", "guide")), Left, 31),
            lines.SelectMany(line => Draw(line, x, y)));
    }

    private static IEnumerable<XElement> Draw(Series line, AxisScale x, AxisScale y)
    {
        (double X, double Y) last = line.Points[^1];
        double firstX = line.Points[0].X;
        yield return Chart.Line(x.Place(firstX), y.Place(Guide(line, firstX)), x.Place(last.X), y.Place(last.Y), "guide");
        yield return new XElement(
            "polyline",
            new XAttribute("points", string.Join(' ', line.Points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{x.Place(point.X):F1},{y.Place(point.Y):F1}")))),
            new XAttribute("class", $"line {line.Class}"));
        foreach ((double px, double py) in line.Points)
        {
            yield return new XElement(
                "circle", Chart.At("cx", x.Place(px)), Chart.At("cy", y.Place(py)), Chart.At("r", 4), new XAttribute("class", line.Class),
                Chart.Hint($"{line.Name}: {Chart.Number(py)} at {Chart.Tick(px)}"));
        }
    }

    /// <summary>The dashed line at x: proportional to x, through the last point.</summary>
    private static double Guide(Series line, double x) => line.Points[^1].Y * x / line.Points[^1].X;
}
