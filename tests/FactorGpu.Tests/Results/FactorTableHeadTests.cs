using System;
using System.Collections.Immutable;
using System.Linq;
using System.Xml.Linq;
using FactorGpu.Bars;
using FactorGpu.Results;
using Xunit;

namespace FactorGpu.Tests.Results;

public sealed class FactorTableHeadTests
{
    [Fact]
    public void ToString_OfASmallTable_ShowsAllOfIt_AndTheNaN()
    {
        FactorTable table = Table(["f", "return_var"], ["600000.SH", "A"], [1.5, double.NaN, -1.0 / 3, 1e-12]);

        string text = table.ToString();

        Assert.Equal(
            """
            2 stock-days x 2 factors, 2024-01-02 to 2024-01-02; 1 of 4 values are NaN

            code       date          f  return_var
            600000.SH  2024-01-02  1.5   -0.333333
            A          2024-01-02  NaN       1E-12
            NaN                      1           0

            """,
            text);
    }

    [Fact]
    public void ToString_OfMoreThanItShows_SaysHowMuchIsLeftOut_AndCountsNaNOfAllRows()
    {
        FactorTable table = Table(["a", "b", "c", "d", "e", "f", "g"], [.. Enumerable.Range(10, 12).Select(code => $"{code}")], NaNIn(7 * 12, 11, 83));

        string[] lines = table.ToString().Split('\n');

        Assert.Equal("12 stock-days x 7 factors, 2024-01-02 to 2024-01-02; 2 of 84 values are NaN", lines[0]);
        Assert.Equal("code  date        a  b  c  d  e  f  ... 1 more", lines[2]);
        Assert.Equal("19    2024-01-02  0  0  0  0  0  0", lines[12]);
        Assert.Equal("... 2 more", lines[13]);
        Assert.Equal("NaN               1  0  0  0  0  0", lines[14]);
        Assert.Equal(["", ""], [lines[1], lines[15]]);
        Assert.Equal(16, lines.Length);
    }

    [Fact]
    public void ToString_OfNoRows_HasNoDates()
    {
        FactorTable table = Table(["f"], [], []);

        string text = table.ToString();

        Assert.Equal("0 stock-days x 1 factors; 0 of 0 values are NaN\n\ncode  date  f\nNaN         0\n", text);
    }

    [Fact]
    public void ToHtml_OfASmallTable_IsOneTable_WithItsTextEscaped()
    {
        FactorTable table = Table(["a<b>&\"c\""], ["<script>"], [double.NaN]);

        string html = table.ToHtml();

        Assert.Equal(
            """
            <table style="text-align: right">
            <caption>1 stock-days x 1 factors, 2024-01-02 to 2024-01-02; 1 of 1 values are NaN</caption>
            <thead>
            <tr><th>code</th><th>date</th><th>a&lt;b&gt;&amp;&quot;c&quot;</th></tr>
            </thead>
            <tbody>
            <tr><td>&lt;script&gt;</td><td>2024-01-02</td><td>NaN</td></tr>
            </tbody>
            <tfoot>
            <tr><td>NaN</td><td></td><td>1</td></tr>
            </tfoot>
            </table>

            """,
            html);
    }

    [Fact]
    public void ToHtml_OfMoreThanItShows_IsWellFormed_WithTheSameNumberOfCellsInEachRow()
    {
        FactorTable table = Table(["a", "b", "c", "d", "e", "f", "g"], [.. Enumerable.Range(10, 12).Select(code => $"{code}")], NaNIn(7 * 12, 11));

        var html = XElement.Parse(table.ToHtml());

        XElement[] rows = [.. html.Descendants("tr")];
        Assert.All(rows, row => Assert.Equal(9, row.Elements().Count()));
        Assert.Equal("... 1 more", rows[0].Elements().Last().Value);
        Assert.Equal("... 2 more", rows[11].Elements().First().Value);
        Assert.Equal(["NaN", "", "1", "0"], rows[12].Elements().Take(4).Select(cell => cell.Value));
    }

    private static double[] NaNIn(int count, params int[] places) => [.. Enumerable.Range(0, count).Select(place => places.Contains(place) ? double.NaN : 0)];

    private static FactorTable Table(ImmutableArray<string> factors, string[] codes, double[] values)
    {
        double[] cells = new double[BarFields.Count * codes.Length * BarAxis.SlotCount];
        var day = new DayTensor(new DateOnly(2024, 1, 2), new StockList([.. codes]), cells, AuctionBars.None);
        return FactorTable.OfDays(factors, [(day, values)]);
    }
}
