using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Text;

namespace FactorGpu.Tests.Arrow;

/// <summary>A bar file as one source writes it, and the canonical file that it has to load like.</summary>
internal sealed class PresetFixture
{
    private const string Date = "2024-06-14";

    private readonly string _header;
    private readonly Func<FixtureDay, IEnumerable<(string Time, FixtureBar Bar)>> _bars;
    private readonly Func<int, string, FixtureBar, string> _row;
    private readonly bool _isNewestFirst;

    private PresetFixture(
        string name, string sameAs, string header, Func<FixtureDay, IEnumerable<(string Time, FixtureBar Bar)>> bars, Func<int, string, FixtureBar, string> row, bool isNewestFirst = false)
    {
        Name = name;
        SameAs = sameAs;
        _header = header;
        _bars = bars;
        _row = row;
        _isNewestFirst = isNewestFirst;
    }

    /// <summary>The canonical days, by what of a day they have.</summary>
    internal static ImmutableArray<PresetFixture> Canonical { get; } =
    [
        Day("full", day => day.Full()),
        Day("without_open", day => day.WithoutOpen()),
        Day("without_auctions", day => day.WithoutAuctions()),
        Day("first_closing_minute", day => day.WithFirstClosingMinute()),
        Day("closing_minutes", day => day.WithClosingMinutes()),
    ];

    /// <summary>One file per preset.</summary>
    internal static ImmutableArray<PresetFixture> Presets { get; } =
    [
        new("canonical", "full", "code,date,time,open,high,low,close,volume,amount,num_trades", day => day.Full(),
            (s, time, bar) => $"{Suffixed(s)},{Date},{time},{Prices(bar)},{Shares(bar)},{bar.Trades}"),
        new("end240", "without_open", "code,datetime,open,high,low,close,volume,amount", day => day.Ends240(),
            (s, time, bar) => $"{Suffixed(s)},{Date} {time}:00,{Prices(bar)},{Shares(bar)}"),
        new("end241", "full", "code,datetime,open,high,low,close,volume,amount", day => day.Ends241(),
            (s, time, bar) => $"{Suffixed(s)},{Date} {time}:00,{Prices(bar)},{Shares(bar)}"),
        new("joinquant", "without_open", "time,code,open,close,high,low,volume,money,pre_close,high_limit,low_limit", day => day.Ends240(),
            (s, time, bar) => $"{Date} {time}:00,{Number(s)}.{(s == 0 ? "XSHG" : "XSHE")},{Text(bar.Open)},{Text(bar.Close)},{Text(bar.High)},{Text(bar.Low)},{Shares(bar)},10,11,9"),
        new("ricequant", "without_open", "order_book_id,datetime,open,high,low,close,volume,total_turnover,num_trades", day => day.Ends240(),
            (s, time, bar) => $"{Number(s)}.{(s == 0 ? "XSHG" : "XSHE")},{Compact(time)}00,{Prices(bar)},{Shares(bar)},{bar.Trades}"),
        new("tushare", "full", "ts_code,trade_time,close,open,high,low,vol,amount", day => day.Ends241(),
            (s, time, bar) => $"{Suffixed(s)},{Date} {time}:00,{Text(bar.Close)},{Text(bar.Open)},{Text(bar.High)},{Text(bar.Low)},{Shares(bar)}", isNewestFirst: true),
        new("qmt", "full", "stock_code,time,open,high,low,close,volume,amount,settelementPrice,openInterest,preClose,suspendFlag", day => day.Ends241(),
            (s, time, bar) => $"{Suffixed(s)},{Milliseconds(time)},{Prices(bar)},{Lots(bar)},0,15,10,0"),
        new("akshare", "full", "代码,时间,开盘,收盘,最高,最低,成交量,成交额,均价", day => day.Ends241(),
            (s, time, bar) => $"{Number(s)},{Date} {time}:00,{Text(bar.Open)},{Text(bar.Close)},{Text(bar.High)},{Text(bar.Low)},{Lots(bar)},12.345"),
        new("qlib", "without_auctions", "instrument,datetime,$open,$high,$low,$close,$volume,$vwap", day => day.Starts240(),
            (s, time, bar) => $"{(s == 0 ? "SH" : "SZ")}{Number(s)},{Date} {time}:00,{Prices(bar)},{Text(bar.Volume)},{bar.Vwap}"),
        new("vnpy", "without_auctions", "symbol,exchange,datetime,interval,volume,turnover,open_interest,open_price,high_price,low_price,close_price", day => day.Starts240(),
            (s, time, bar) => $"{Number(s)},{(s == 0 ? "SSE" : "SZSE")},{Date} {time}:00+08:00,1m,{Shares(bar)},0,{Prices(bar)}"),
        new("dolphindb", "first_closing_minute", "SecurityID,TradeTime,OpenPrice,HighPrice,LowPrice,ClosePrice,Volume,Turnover,TradesCount,PreClosePrice,UpLimitPx,DownLimitPx",
            day => day.StartsOfTutorial(), (s, time, bar) => $"{Suffixed(s)},{Date}T{time}:00.000,{Prices(bar)},{Shares(bar)},{bar.Trades},10,11,9"),
        new("dolphindb_f", "closing_minutes", "tradetime,securityid,open,high,low,close,vol,val,vwap", day => day.Starts242(),
            (s, time, bar) => $"{Date}T{time}:00.000,{(s == 0 ? "sh" : "sz")}{Number(s)},{Prices(bar)},{Shares(bar)},{bar.Vwap}"),
        new("wind", "full", "index,windcode,open,high,low,close,volume,amt", day => day.Full(),
            (s, time, bar) => $"{Date} {time}:00,{Suffixed(s)},{Prices(bar)},{Shares(bar)}"),
    ];

    /// <summary>Name of the preset.</summary>
    internal string Name { get; }

    /// <summary>Name of the canonical day that it is the same as.</summary>
    internal string SameAs { get; }

    /// <summary>Path of the committed file, from the root of the checkout.</summary>
    internal string Path => $"tests/FactorGpu.Tests/Golden/presets/{Name}.csv";

    /// <summary>The file, all rows of one stock after those of the other.</summary>
    internal string Make()
    {
        var text = new StringBuilder(_header).Append('\n');
        foreach (FixtureDay day in new[] { new FixtureDay(0), new FixtureDay(1) })
        {
            IEnumerable<(string Time, FixtureBar Bar)> bars = _bars(day).OrderBy(row => row.Time, StringComparer.Ordinal);
            foreach ((string time, FixtureBar bar) in _isNewestFirst ? bars.Reverse() : bars)
            {
                text.Append(_row(day.Stock, time, bar)).Append('\n');
            }
        }

        return text.ToString();
    }

    private static PresetFixture Day(string name, Func<FixtureDay, IEnumerable<(string Time, FixtureBar Bar)>> bars) => new(
        "day_" + name, name, "code,datetime,open,high,low,close,volume,amount,num_trades,vwap,pre_close,limit_up,limit_down", bars,
        (s, time, bar) => $"{Suffixed(s)},{Date} {time},{Prices(bar)},{Shares(bar)},{bar.Trades},{bar.Vwap},10,11,9");

    private static string Number(int s) => s == 0 ? "600000" : "000001";

    private static string Suffixed(int s) => s == 0 ? "600000.SH" : "000001.SZ";

    private static string Prices(FixtureBar bar) => $"{Text(bar.Open)},{Text(bar.High)},{Text(bar.Low)},{Text(bar.Close)}";

    private static string Shares(FixtureBar bar) => $"{Text(bar.Volume)},{Text(bar.Amount)}";

    private static string Lots(FixtureBar bar) => $"{Text(bar.Volume / 100)},{Text(bar.Amount)}";

    private static string Text(double x) => FixtureBar.Text(x);

    private static string Compact(string time) => "20240614" + time.Replace(":", "", StringComparison.Ordinal);

    private static string Milliseconds(string time)
        => DateTimeOffset.ParseExact($"{Date} {time} +08:00", "yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
}
