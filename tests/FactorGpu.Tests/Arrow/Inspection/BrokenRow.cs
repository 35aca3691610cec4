using System.Globalization;
using System.Linq;
using FactorGpu.Bars;

namespace FactorGpu.Tests.Arrow.Inspection;

/// <summary>One row of a broken file, before and after it is broken.</summary>
internal sealed record BrokenRow(string Code, string Date, string Time, double Open, double High, double Low, double Close, double Volume, double Amount)
{
    /// <summary>A bar with one price, and the amount that goes with it.</summary>
    internal BrokenRow At(double price) => this with { Open = price, High = price, Low = price, Close = price, Amount = price * Volume };

    /// <summary>The row with the stamp of the end of its minute, as slot t has it.</summary>
    internal BrokenRow EndOf(int t)
        => this with { Time = t is BarAxis.OpenAuctionSlot ? "09:30" : t is BarAxis.CloseAuctionSlot ? "15:00" : BarAxis.StartOf(t).AddMinutes(1).ToString("HH:mm", CultureInfo.InvariantCulture) };

    /// <summary>The row as a line without its end; a number that is NaN is an empty cell.</summary>
    internal string Line() => string.Join(',', [Code, $"{Date} {Time}", .. new[] { Open, High, Low, Close, Volume, Amount }.Select(Cell)]);

    private static string Cell(double value) => double.IsNaN(value) ? "" : value.ToString("R", CultureInfo.InvariantCulture);
}
