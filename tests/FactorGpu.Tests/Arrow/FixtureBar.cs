using System.Globalization;

namespace FactorGpu.Tests.Arrow;

/// <summary>One bar of a fixture. Prices are in quarters, volumes in hundreds, so that every sum, product and quotient of them is exact.</summary>
internal sealed record FixtureBar(double Open, double High, double Low, double Close, double Volume, double Amount, int Trades)
{
    /// <summary>The n-th bar of a stock, made up.</summary>
    internal static FixtureBar Number(int n, int stock)
    {
        double level = 10 + (5 * stock);
        double open = level + (n % 4 * 0.25);
        double close = level + (3 * n % 4 * 0.25);
        double low = double.Min(open, close) - 0.25;
        double high = double.Max(open, close) + 0.25;
        double volume = 100 * (4 + (n % 7));
        return new FixtureBar(open, high, low, close, volume, (low + high) / 2 * volume, 2 + (n % 9));
    }

    /// <summary>A minute without trades after this bar.</summary>
    internal FixtureBar Quiet() => new(Close, Close, Close, Close, 0, 0, 0);

    /// <summary>This bar without its last trade, of ten shares.</summary>
    internal FixtureBar Head() => this with { Close = Open, Volume = Volume - 10, Amount = Amount - (10 * Close), Trades = Trades - 1 };

    /// <summary>The last trade of this bar.</summary>
    internal FixtureBar Tail() => new(Close, Close, Close, Close, 10, 10 * Close, 1);

    /// <summary>amount / volume as a cell; empty without volume.</summary>
    internal string Vwap => Volume == 0 ? "" : Text(Amount / Volume);

    internal static string Text(double x) => x.ToString("R", CultureInfo.InvariantCulture);
}
