using System;
using System.Collections.Immutable;

namespace FactorGpu.Bars;

/// <summary>One day of a sample market while it is written: its memory [F, S, T] and the market's own move.</summary>
internal sealed class SampleDay
{
    private const double MarketMinuteVolatility = 0.0005;
    private const double MarketOvernightVolatility = 0.004;
    private readonly DateOnly _date;
    private readonly double[] _values;
    private readonly int _fieldLength;

    internal SampleDay(DateOnly date, int stocks, SampleClock clock, ulong seed)
    {
        _date = date;
        _fieldLength = checked(stocks * BarAxis.SlotCount);
        _values = new double[checked(BarFields.Count * _fieldLength)];
        _values.AsSpan().Fill(double.NaN);
        Clock = clock;
        Seed = seed;
        MarketReturn = DrawMarket();
    }

    internal ulong Seed { get; }

    internal ulong DateKey => (ulong)_date.DayNumber;

    internal SampleClock Clock { get; }

    /// <summary>The move of all stocks together in each slot, [T]; slot 0 holds the overnight gap.</summary>
    internal ImmutableArray<double> MarketReturn { get; }

    /// <summary>Writes the prices of one bar, given in ticks, and the limits that hold on its day.</summary>
    internal void WritePrices(int s, int t, SamplePrices prices, SampleLimits limits, double ticksPerYuan)
    {
        int at = (s * BarAxis.SlotCount) + t;
        Set(BarField.Open, at, prices.Open / ticksPerYuan);
        Set(BarField.High, at, prices.High / ticksPerYuan);
        Set(BarField.Low, at, prices.Low / ticksPerYuan);
        Set(BarField.Close, at, prices.Close / ticksPerYuan);
        Set(BarField.PreClose, at, limits.PreClose / ticksPerYuan);
        Set(BarField.LimitUp, at, limits.Up / ticksPerYuan);
        Set(BarField.LimitDown, at, limits.Down / ticksPerYuan);
    }

    /// <summary>Writes what was traded in one bar; a bar without volume has no vwap.</summary>
    /// <param name="s">Position of the stock.</param>
    /// <param name="t">Slot.</param>
    /// <param name="shares">Traded shares.</param>
    /// <param name="amountYuan">Sum of price x shares over the trades, CNY.</param>
    /// <param name="trades">Number of trades.</param>
    internal void WriteTurnover(int s, int t, long shares, double amountYuan, long trades)
    {
        int at = (s * BarAxis.SlotCount) + t;
        Set(BarField.Volume, at, shares);
        Set(BarField.Amount, at, amountYuan);
        Set(BarField.NumTrades, at, trades);
        Set(BarField.Vwap, at, shares == 0 ? double.NaN : amountYuan / shares);
    }

    internal DayTensor ToTensor(StockList stocks) => new(_date, stocks, _values, AuctionBars.Open | AuctionBars.Close);

    private void Set(BarField field, int at, double value) => _values[((int)field * _fieldLength) + at] = value;

    private ImmutableArray<double> DrawMarket()
    {
        var random = new SampleRandom(Seed, subject: ulong.MaxValue, DateKey);
        var moves = ImmutableArray.CreateBuilder<double>(BarAxis.SlotCount);
        for (int t = 0; t < BarAxis.SlotCount; t++)
        {
            double volatility = t == BarAxis.OpenAuctionSlot ? MarketOvernightVolatility : MarketMinuteVolatility * Clock.Move[t];
            moves.Add(volatility * random.Normal());
        }

        return moves.MoveToImmutable();
    }
}
