using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Xml.Linq;

namespace FactorGpu.Benchmarks.Report;

/// <summary>Horizontal bars, one below the other, each with its value in words.</summary>
internal static class BarChart
{
    private const int RowHeight = 24;
    private const int BarHeight = 14;
    private const int Top = 8;
    private const int Bottom = 40;
    private const int ValueRoom = 70;
    private const double LetterWidth = 6.8;

    /// <param name="title">What the chart shows, for those who do not see it.</param>
    /// <param name="unit">What the axis counts.</param>
    /// <param name="isLog">A log axis, for bars of very different length.</param>
    /// <param name="bars">The bars, from the top; at least one.</param>
    /// <param name="axis">Values that the axis reaches beside those of the bars, so that charts may be compared.</param>
    internal static XElement Draw(string title, string unit, bool isLog, ImmutableArray<Bar> bars, params IEnumerable<double> axis)
    {
        double left = (bars.Max(bar => bar.Label.Length) * LetterWidth) + 12;
        double right = Chart.Width - ValueRoom;
        double[] values = [.. bars.Select(bar => bar.Value), .. axis];
        AxisScale scale = isLog ? AxisScale.Log(values.Append(values.Min() / 2), left, right) : AxisScale.Linear(values, left, right);
        int bottom = Top + (bars.Length * RowHeight);
        return Chart.Frame(
            title,
            bottom + Bottom,
            scale.Ticks.SelectMany(tick => (XElement[])
            [
                Chart.Line(scale.Place(tick), Top, scale.Place(tick), bottom, "grid"),
                Chart.Text(scale.Place(tick), bottom + 15, Chart.Tick(tick), "middle"),
            ]),
            Chart.Text((left + right) / 2, bottom + 33, isLog ? $"{unit}, log scale" : unit, "middle"),
            bars.SelectMany((bar, row) => Row(bar, Top + (row * RowHeight), left, scale)),
            Chart.Line(left, Top, left, bottom, "axis"));
    }

    private static IEnumerable<XElement> Row(Bar bar, double top, double left, AxisScale scale)
    {
        double end = scale.Place(bar.Value);
        double middle = top + (RowHeight / 2.0) + 4;
        yield return Chart.Text(left - 8, middle, bar.Label, "end");
        yield return new XElement(
            "rect",
            Chart.At("x", left), Chart.At("y", top + ((RowHeight - BarHeight) / 2.0)), Chart.At("width", end - left), Chart.At("height", BarHeight), Chart.At("rx", 3),
            new XAttribute("class", bar.Class),
            Chart.Hint($"{bar.Label}: {Chart.Number(bar.Value)}"));
        yield return Chart.Text(end + 6, middle, Chart.Number(bar.Value));
    }
}
