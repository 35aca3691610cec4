using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Threading;
using FactorGpu.Bars;
using FactorGpu.Errors;

namespace FactorGpu.Cli;

/// <summary>Which sample market a command makes: the options that such commands share.</summary>
internal sealed class SampleChoice
{
    private const int MostStocks = 20000;
    private const int MostDays = 10000;

    // Leaves room for the days that follow.
    private const int LatestYear = 9900;

    private readonly Option<int> _stocks;
    private readonly Option<int> _days = WholeNumber.Option("--days", "Trading days, one after the other, weekends left out.", 1, least: 1, MostDays);
    private readonly Option<int> _funds = WholeNumber.Option("--funds", "How many of the stocks are funds, on ticks of 0.001 CNY.", 0, least: 0, MostStocks);
    private readonly Option<ulong> _seed = new("--seed") { Description = "Picks the market; equal options give equal bytes on every machine.", DefaultValueFactory = _ => 1 };
    private readonly Option<string> _start = new("--start")
    {
        Description = "First day, yyyy-MM-dd; from a weekend it moves to the Monday after.",
        DefaultValueFactory = _ => "2024-01-02",
    };

    /// <param name="stocks">Stocks unless given.</param>
    internal SampleChoice(int stocks)
    {
        _stocks = WholeNumber.Option("--stocks", $"Stocks of the market, 1 to {MostStocks}.", stocks, least: 1, MostStocks);
        _start.Validators.Add(result =>
        {
            if (!TryDate(result.GetValue(_start), out _))
            {
                result.AddError($"--start was given '{result.GetValue(_start)}'; it takes a day as yyyy-MM-dd, such as 2024-01-02.");
            }
        });
    }

    internal void AddTo(Command command)
    {
        command.Add(_stocks);
        command.Add(_days);
        command.Add(_funds);
        command.Add(_seed);
        command.Add(_start);
    }

    /// <summary>Makes the market.</summary>
    /// <exception cref="FactorGpuException">More funds than stocks are asked for.</exception>
    internal MinuteBars Make(ParseResult parsed, ToolStreams streams, CancellationToken cancellation)
    {
        int stocks = parsed.GetRequiredValue(_stocks);
        int funds = parsed.GetRequiredValue(_funds);
        if (funds > stocks)
        {
            throw new FactorGpuException($"--funds asks for {funds} funds among {stocks} stocks; funds are stocks too. Ask for fewer funds or more stocks.");
        }

        using ProgressLine progress = streams.Progress("making");
        var options = new SampleOptions { Stocks = stocks, Funds = funds, Seed = parsed.GetRequiredValue(_seed), Progress = progress };
        return MinuteBars.Sample(options, Weekdays(parsed.GetRequiredValue(_start)).Take(parsed.GetRequiredValue(_days)), cancellation);
    }

    /// <summary>The name of an option that the user gave, or null when all have their defaults.</summary>
    internal string? Asked(ParseResult parsed)
        => ((Option[])[_stocks, _days, _funds, _seed, _start]).FirstOrDefault(option => parsed.GetResult(option) is { Implicit: false })?.Name;

    private static IEnumerable<DateOnly> Weekdays(string start)
    {
        bool isDate = TryDate(start, out DateOnly first);
        Debug.Assert(isDate, "the option's validator has seen the date");
        for (DateOnly date = first; ; date = date.AddDays(1))
        {
            if (date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            {
                yield return date;
            }
        }
    }

    private static bool TryDate(string? text, out DateOnly date)
        => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date) && date.Year <= LatestYear;
}
