using System;

namespace FactorGpu.Bars;

/// <summary>The lasting traits of a sample stock.</summary>
/// <param name="Number">Six-digit code without its exchange; keys the stock's random streams.</param>
/// <param name="TicksPerYuan">100, or 1000 for a fund.</param>
/// <param name="FirstTicks">pre_close of the first day, in ticks.</param>
/// <param name="MinuteVolatility">Standard deviation of its own one-minute return at noon.</param>
/// <param name="Beta">Share of the market's move that it takes part in.</param>
/// <param name="MinuteLots">Typical volume of a minute at noon, lots of 100 shares.</param>
/// <param name="LotsPerTrade">Typical size of a trade.</param>
/// <param name="IsQuiet">Most of its minutes have no trade.</param>
internal readonly record struct SampleStock(
    int Number, int TicksPerYuan, long FirstTicks, double MinuteVolatility, double Beta, double MinuteLots, double LotsPerTrade, bool IsQuiet)
{
    private const double MinutesOfDay = 237;

    /// <param name="number">Six-digit code without its exchange.</param>
    /// <param name="isFund">A fund: cheap, on finer ticks.</param>
    /// <param name="isQuiet">Most of its minutes have no trade.</param>
    /// <param name="seed">Seed of the market.</param>
    internal static SampleStock Draw(int number, bool isFund, bool isQuiet, ulong seed)
    {
        var random = new SampleRandom(seed, (ulong)number, date: 0);
        double price = random.Uniform();
        double size = random.Uniform();
        double dayVolatility = 0.008 + (0.022 * random.Uniform());
        return new SampleStock(
            number,
            TicksPerYuan: isFund ? 1000 : 100,
            FirstTicks: isFund ? 500 + (long)(4500 * price * price * price) : 250 + (long)(15000 * price * price * price),
            MinuteVolatility: dayVolatility / Math.Sqrt(MinutesOfDay),
            Beta: 0.6 + (0.8 * random.Uniform()),
            MinuteLots: isQuiet ? 1 + (5 * size) : 20 + (3000 * size * size * size),
            LotsPerTrade: 3 + (12 * random.Uniform()),
            isQuiet);
    }
}
